/** Seven-bit encodings that shift between ASCII and a two-byte set, as their eight-bit sisters. */

/** RFC 1557: SO and SI switch to KS C 5601, which is EUC-KR with the high bits off. */
export function decodeIso2022Kr(bytes: Uint8Array): string {
  const out: number[] = [];
  let shifted = false;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] as number;
    if (byte === 0x1b && bytes[at + 1] === 0x24 && bytes[at + 2] === 0x29) at += 3;
    else if (byte === 0x0e) shifted = true;
    else if (byte === 0x0f) shifted = false;
    else {
      if (byte === 10) shifted = false;
      out.push(shifted && byte > 0x20 ? byte | 0x80 : byte);
    }
  }
  return new TextDecoder('euc-kr').decode(Uint8Array.from(out));
}

/** RFC 1843: `~{` and `~}` switch to GB 2312. */
export function decodeHz(bytes: Uint8Array): string {
  const out: number[] = [];
  let shifted = false;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] as number;
    const next = bytes[at + 1];
    if (byte === 0x7e && next === 0x7b) shifted = true;
    else if (byte === 0x7e && next === 0x7d) shifted = false;
    else if (byte === 0x7e && next === 0x7e && !shifted) out.push(0x7e);
    else if (byte === 0x7e && next === 10 && !shifted) {
      at++;
      continue;
    } else {
      if (byte === 10) shifted = false;
      out.push(shifted && byte > 0x20 ? byte | 0x80 : byte);
      continue;
    }
    at++;
  }
  return new TextDecoder('gb18030').decode(Uint8Array.from(out));
}

const equals = 61;

/** RFC 2045, 6.7; an `=` that starts no code stays, as all mail readers do. */
export function decodeQuotedPrintable(bytes: Buffer): Buffer {
  if (!bytes.includes(equals)) return bytes;
  const out = Buffer.allocUnsafe(bytes.length);
  let to = 0;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] as number;
    if (byte !== equals) {
      out[to++] = byte;
      continue;
    }
    const high = hexDigit(bytes[at + 1]);
    const low = hexDigit(bytes[at + 2]);
    if (high >= 0 && low >= 0) {
      out[to++] = high * 16 + low;
      at += 2;
      continue;
    }
    const soft = softBreakEnd(bytes, at + 1);
    if (soft < 0) out[to++] = byte;
    else at = soft;
  }
  return out.subarray(0, to);
}

/** Index of the last byte of a soft line break beginning at `from`, or -1. */
function softBreakEnd(bytes: Buffer, from: number): number {
  let at = from;
  // Blanks after the `=` are added by gateways; a bound keeps blank runs linear.
  while (at < from + 100 && (bytes[at] === 32 || bytes[at] === 9)) at++;
  if (at >= bytes.length) return bytes.length - 1;
  if (bytes[at] === 13) return bytes[at + 1] === 10 ? at + 1 : at;
  return bytes[at] === 10 ? at : -1;
}

function hexDigit(byte: number | undefined): number {
  if (byte === undefined) return -1;
  if (byte >= 48 && byte <= 57) return byte - 48;
  if (byte >= 65 && byte <= 70) return byte - 55;
  if (byte >= 97 && byte <= 102) return byte - 87;
  return -1;
}

/** The dictionary that both sides begin with (MS-OXRTFCP 2.1.2.1). */
const preset = Buffer.from(
  '{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript ' +
    '\\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par ' +
    '\\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx',
  'latin1',
);
const largest = 16 * 1024 * 1024;

/** Compressed RTF (MS-OXRTFCP) as bytes; undefined when it is neither form. */
export function decompressRtf(packed: Buffer): Buffer | undefined {
  if (packed.length < 16) return undefined;
  const size = Math.min(packed.readUInt32LE(4), largest);
  const kind = packed.toString('latin1', 8, 12);
  if (kind === 'MELA') return packed.subarray(16, 16 + size);
  if (kind !== 'LZFu') return undefined;

  const window = Buffer.alloc(4096);
  preset.copy(window);
  let writeAt = preset.length;
  const out: number[] = [];
  const put = (byte: number): void => {
    out.push(byte);
    window[writeAt] = byte;
    writeAt = (writeAt + 1) & 4095;
  };
  let at = 16;
  while (at < packed.length && out.length < size) {
    const flags = packed[at++] as number;
    for (let bit = 0; bit < 8 && at < packed.length; bit++) {
      if ((flags & (1 << bit)) === 0) {
        put(packed[at++] as number);
        continue;
      }
      if (at + 1 >= packed.length) return Buffer.from(out);
      const token = packed.readUInt16BE(at);
      at += 2;
      const from = token >> 4;
      // A reference to the place being written ends the stream.
      if (from === writeAt) return Buffer.from(out);
      for (let step = 0; step < (token & 15) + 2; step++)
        put(window[(from + step) & 4095] as number);
    }
  }
  return Buffer.from(out);
}

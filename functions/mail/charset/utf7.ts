/** RFC 2152; shifted text is base64 of UTF-16BE. Unreadable shifts stay as they stand. */
export function decodeUtf7(bytes: Uint8Array): string {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  return text
    .replace(/\+([A-Za-z0-9+/]*)-?/g, (whole, shifted: string) => {
      if (shifted === '') return whole === '+-' ? '+' : whole;
      const units = Buffer.from(shifted, 'base64');
      const even = units.subarray(0, units.length & ~1);
      return even.length === 0 ? whole : Buffer.from(even).swap16().toString('utf16le');
    })
    .toWellFormed();
}

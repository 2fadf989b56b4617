/** What pictures begin with; SVG is a program and not among them. */
const kinds: readonly (readonly [type: string, looksSo: (start: string) => boolean])[] = [
  ['image/png', (start) => start.startsWith('\x89PNG\r\n\x1a\n')],
  ['image/jpeg', (start) => start.startsWith('\xff\xd8\xff')],
  ['image/gif', (start) => /^GIF8[79]a/.test(start)],
  ['image/webp', (start) => start.startsWith('RIFF') && start.slice(8, 12) === 'WEBP'],
  ['image/avif', (start) => /^.{4}ftypavi[fs]/s.test(start)],
];

/** The media type by the first bytes, whatever a server or a sender says; undefined for what is no picture. */
export function pictureType(bytes: Uint8Array): string | undefined {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 16)).toString(
    'latin1',
  );
  return kinds.find(([, looksSo]) => looksSo(start))?.[0];
}

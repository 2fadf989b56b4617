import { headerSafe } from './header-words.ts';

/**
 * `; name="ascii"` and, when that loses something, RFC 2231 pieces beside it. Both forms, because
 * Outlook reads the one and everybody else the other.
 */
export function encodeParameter(name: string, value: string): string {
  const safe = headerSafe(value);
  const ascii = safe.replace(/[^\x20-\x7e]/g, '_').replace(/["\\]/g, '_');
  const plain = ` ${name}="${ascii.slice(0, 150)}"`;
  if (ascii === safe && safe.length <= 150) return `;${plain}`;
  return [`;${plain}`, ...pieces(name, safe)].join(';');
}

function pieces(name: string, value: string): string[] {
  const encoded = Array.from(value, (char) =>
    /[A-Za-z0-9._-]/.test(char)
      ? char
      : [...Buffer.from(char)]
          .map((b) => `%${b.toString(16).toUpperCase().padStart(2, '0')}`)
          .join(''),
  );
  const chunks: string[] = [];
  let chunk = "utf-8''";
  for (const piece of encoded) {
    if (chunk.length + piece.length > 60) {
      chunks.push(chunk);
      chunk = '';
    }
    chunk += piece;
  }
  chunks.push(chunk);
  if (chunks.length === 1) return [` ${name}*=${chunks[0]}`];
  return chunks.map((text, index) => ` ${name}*${index}*=${text}`);
}

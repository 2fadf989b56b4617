import { decodeQuotedPrintable } from './quoted-printable.ts';
import { decodeUuencoded } from './uuencode.ts';

/**
 * Undoes the Content-Transfer-Encoding. Junk values (`8-bit`, `none`, `base64;`, `"7bit"`) are
 * read for the word they hold; anything unknown is taken as it stands.
 */
export function decodeTransfer(bytes: Buffer, encoding: string, problems: Set<string>): Buffer {
  const word = encoding.toLowerCase();
  if (/base-?64/.test(word)) return decodeBase64(bytes, problems);
  if (/quoted-?printable/.test(word)) return decodeQuotedPrintable(bytes);
  if (/uue|uuencode/.test(word)) return decodeUuencoded(bytes.toString('latin1'))?.content ?? bytes;
  if (word !== '' && !/^\W*(?:7-?bit|8-?bit|binary)\W*$/.test(word)) {
    problems.add('unknown-transfer-encoding');
  }
  return bytes;
}

/** Accepts several base64 texts joined, line noise, and a plain footer added by a list server. */
export function decodeBase64(bytes: Buffer, problems: Set<string>): Buffer {
  const text = bytes.toString('latin1');
  if (!looksLikeBase64(text)) {
    problems.add('not-base64');
    return bytes;
  }
  const padding = text.indexOf('=');
  if (padding < 0 || text.slice(padding).trim().length <= 2) return Buffer.from(text, 'base64');
  const pieces: Buffer[] = [];
  for (const piece of text.split(/=+/)) {
    if (piece.trim() === '') continue;
    if (pieces.length > 0 && !looksLikeBase64(piece)) {
      problems.add('text-after-base64');
      break;
    }
    pieces.push(Buffer.from(piece, 'base64'));
  }
  return Buffer.concat(pieces);
}

/** Judged by the first 4,000 characters: prose has blanks inside its lines. */
function looksLikeBase64(text: string): boolean {
  const sample = text.slice(0, 4_000);
  const odd = sample.match(/[^A-Za-z0-9+/=\s]|[^\s][ \t]+[^\s]/g)?.length ?? 0;
  return odd * 20 <= sample.length;
}

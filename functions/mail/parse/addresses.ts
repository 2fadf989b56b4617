import { mailLimits } from '../limits.ts';
import { cleanLine } from '../mime/clean-text.ts';
import { decodeWords } from '../mime/encoded-words.ts';
import type { MailAddress } from '../parsed-mail.ts';
import { splitAddresses } from './split-addresses.ts';

/**
 * Addresses of a From, To, Cc or Reply-To. Empty groups vanish; a name without an address stays,
 * with '' as address, so that a person can see what was written.
 */
export function parseAddresses(raw: string): MailAddress[] {
  const direct = readAll(raw);
  if (direct.some(({ address }) => address.includes('@')) || !raw.includes('=?')) return direct;
  // Some programs encode the whole field, address included.
  return readAll(decodeWords(raw));
}

function readAll(raw: string): MailAddress[] {
  return splitAddresses(raw, mailLimits.addresses)
    .map(readOne)
    .filter(({ name, address }) => name !== '' || address !== '');
}

function readOne(piece: { text: string; angle?: string; comment?: string }): MailAddress {
  const outside = cleanName(piece.text);
  if (piece.angle !== undefined) {
    const address = normalizeAddress(piece.angle);
    if (address.includes('@')) {
      const name = outside === '' ? cleanName(piece.comment ?? '') : outside;
      return { name: stripMailto(name, address), address };
    }
    const other = findAddress(piece.text);
    return other ?? { name: outside || cleanName(piece.angle), address: '' };
  }
  const found = findAddress(piece.text);
  if (!found) return { name: outside || cleanName(piece.comment ?? ''), address: '' };
  return found.name === '' ? { ...found, name: cleanName(piece.comment ?? '') } : found;
}

/** An address without angle brackets: `"Ann" ann@example.com` or `ann@example.com`. */
function findAddress(text: string): MailAddress | undefined {
  const match =
    /(?:mailto:)?("[^"]{1,64}"@[^\s"<>()[\],;:]+|[^\s"<>()[\],;:@]+@[^\s"<>()[\],;:@]+)/i.exec(
      text.length > 2_000 ? text.slice(0, 2_000) : text,
    );
  if (!match) return undefined;
  const rest = text.replace(match[0], ' ').replace(/[[\]<>]/g, ' ');
  return { name: cleanName(rest), address: normalizeAddress(match[1] as string) };
}

/** Lower-case domain; quotes and route (`@a,@b:c@d`) dropped. */
export function normalizeAddress(raw: string): string {
  const bare = cleanLine(decodeWords(raw))
    .replace(/\([^()]*\)/g, '')
    .replace(/^\s*(?:mailto:|smtp:|<)+/i, '')
    .replace(/[>\s,;]+$/g, '')
    .replace(/^(?:@[^:]+:)/, '')
    .replaceAll(' ', '');
  const at = bare.lastIndexOf('@');
  if (at <= 0 || at === bare.length - 1) return at < 0 && bare.length < 320 ? bare : '';
  const local = bare.slice(0, at).replace(/^"([^"\s@]+)"$/, '$1');
  return `${local}@${bare
    .slice(at + 1)
    .replace(/\.$/, '')
    .toLowerCase()}`.slice(0, 320);
}

function cleanName(raw: string): string {
  const unquoted = raw
    .trim()
    .replace(/^["'<>]+|["'<>\s]+$/g, '')
    .replace(/\\(["\\])/g, '$1');
  return cleanLine(decodeWords(unquoted))
    .replace(/^["']+|["']+$/g, '')
    .slice(0, 500);
}

/** Outlook writes `Ann Li [mailto:ann@example.com]`. */
function stripMailto(name: string, address: string): string {
  const plain = name.replace(/\s*\[mailto:[^\]]*\]\s*/i, ' ').trim();
  return plain === `<${address}>` ? '' : plain;
}

import { type Signature, signatures, specializations } from './signatures.ts';

const unknown = 'application/octet-stream';
/** Control characters in so many bytes say that it is no text. */
const looked = 4096;

const plain = (declared: string): string => {
  const type = declared.split(';')[0]?.trim().toLowerCase() ?? '';
  return /^[a-z0-9]+\/[a-z0-9][a-z0-9.+-]*$/.test(type) ? type.slice(0, 127) : unknown;
};

const begins = (content: Uint8Array, { bytes, at = 0 }: Signature): boolean =>
  bytes.every((byte, index) => content[at + index] === byte);

/** Formats that are written in letters themselves. */
const inLetters: ReadonlySet<string> = new Set([
  'application/pdf',
  'application/postscript',
  'application/rtf',
]);

/** A text may begin with "BMW" or "MZ": letters alone make no picture and no program of it. */
const isChance = ({ type, bytes }: Signature, isText: boolean): boolean =>
  isText && !inLetters.has(type) && bytes.every((byte) => byte > 0x1f && byte < 0x7f);

/** No byte that text does not have; UTF-16 says by its mark that it has zeros. */
const looksLikeText = (content: Uint8Array): boolean => {
  const [first, second] = content;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return true;
  return content
    .subarray(0, looked)
    .every((byte) => byte > 0x1f || (byte >= 0x09 && byte <= 0x0d) || byte === 0x1b);
};

/** Kinds that browsers and players open by themselves: never on somebody's word alone. */
const isPlayed = (type: string) => /^(image|audio|video|font)\//.test(type) && !isWritten(type);
const isWritten = (type: string) => /^(text|message)\/|\+(xml|json)$/.test(type);

/**
 * The media type of a file by its bytes. What was declared counts only where bytes cannot tell: the kind of a text, of a
 * container's content, of a format of some application. Bytes nobody knows are never a picture because they say so.
 */
export const sniffType = (content: Uint8Array, declared: string): string => {
  const said = plain(declared);
  const isText = content.length > 0 && looksLikeText(content);
  const found = signatures.find(
    (signature) => begins(content, signature) && !isChance(signature, isText),
  )?.type;
  if (found) return specializations[found]?.test(said) ? said : found;
  if (content.length > 0 && looksLikeText(content)) return isPlayed(said) ? 'text/plain' : said;
  return isPlayed(said) || isWritten(said) ? unknown : said;
};

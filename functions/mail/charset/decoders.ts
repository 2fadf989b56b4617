import { decodeCodePage, isCodePage } from './code-pages.ts';
import { decodeHz, decodeIso2022Kr } from './shifted.ts';
import { decodeUtf7 } from './utf7.ts';

export type Decoder = (bytes: Uint8Array) => string;

const cache = new Map<string, Decoder>();

/**
 * The decoder of a charset name, undefined for one nobody knows. TextDecoder brings the WHATWG
 * set (Node is built with full ICU); the rest of what mail still uses is ours.
 */
export function decoderFor(charset: string): Decoder | undefined {
  const known = cache.get(charset);
  if (known) return known;
  const made = makeDecoder(charset);
  if (made && cache.size < 200) cache.set(charset, made);
  return made;
}

function makeDecoder(charset: string): Decoder | undefined {
  if (charset === 'utf-7') return decodeUtf7;
  if (charset === 'iso-2022-kr') return decodeIso2022Kr;
  if (charset === 'hz') return decodeHz;
  if (charset === 'utf-16') return decodeUtf16;
  if (isCodePage(charset)) return (bytes) => decodeCodePage(bytes, charset);
  try {
    const decoder = new TextDecoder(charset);
    // WHATWG's "replacement" turns every input into one U+FFFD: no help to a reader.
    if (decoder.encoding === 'replacement') return undefined;
    if (charset === 'iso-2022-jp') return (bytes) => decoder.decode(withoutIdleEscapes(bytes));
    return (bytes) => decoder.decode(bytes);
  } catch {
    return undefined;
  }
}

/** Joined encoded words leave one escape right behind another, which WHATWG takes for an error. */
function withoutIdleEscapes(bytes: Uint8Array): Uint8Array {
  const text = Buffer.from(bytes).toString('latin1');
  const idle = new RegExp(`${escape}[($][BJ@I](?=${escape})`, 'g');
  return Buffer.from(text.replace(idle, ''), 'latin1');
}

const escape = '\\x1b';

/** Without a byte order mark mail's UTF-16 is big endian (RFC 2781), unless NULs say otherwise. */
function decodeUtf16(bytes: Uint8Array): string {
  const little =
    (bytes[0] === 0xff && bytes[1] === 0xfe) ||
    (bytes[1] === 0 && bytes[0] !== 0 && bytes[0] !== 0xfe);
  return new TextDecoder(little ? 'utf-16le' : 'utf-16be').decode(bytes);
}

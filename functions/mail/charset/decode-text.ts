import { decoderFor } from './decoders.ts';
import { guessCharset } from './guess-charset.ts';
import { charsetOfLabel } from './labels.ts';

export interface DecodedText {
  /** Valid Unicode. */
  readonly text: string;
  readonly charset: string;
  /** The label did not say it, or said something else. */
  readonly guessed: boolean;
}

/** Labels that programs write without looking; the bytes may well be UTF-8. */
const carelessLabels = new Set(['us-ascii', 'iso-8859-1', 'windows-1252', 'latin1', 'iso-8859-15']);

/** Decodes by the label where it fits the bytes, else by what the bytes look like. */
export function decodeText(bytes: Buffer, label?: string): DecodedText {
  const said = charsetOfLabel(label);
  const escape = said === undefined || said === 'us-ascii' ? escapeCharset(bytes) : undefined;
  if (escape) return decoded(bytes, escape, true);
  if (isAscii(bytes) && !isSevenBitCharset(said)) {
    return { text: bytes.toString('latin1'), charset: said ?? 'us-ascii', guessed: false };
  }
  if (said === undefined || carelessLabels.has(said) || said === 'utf-8') {
    const utf8 = strictUtf8(bytes);
    if (utf8 !== undefined) return { text: utf8, charset: 'utf-8', guessed: said !== 'utf-8' };
  }
  if (said === undefined || said === 'us-ascii') return decoded(bytes, guessCharset(bytes), true);
  if (!isSevenBitCharset(said) && isSurelyUtf8(bytes)) return decoded(bytes, 'utf-8', true);
  const decoder = decoderFor(said);
  if (!decoder) return decoded(bytes, likelyCharset(bytes), true);
  const text = decoder(bytes).toWellFormed();
  if (!isMostlyBroken(text)) return { text, charset: said, guessed: false };
  return decoded(bytes, likelyCharset(bytes), true);
}

function likelyCharset(bytes: Buffer): string {
  return strictUtf8(bytes) === undefined ? guessCharset(bytes) : 'utf-8';
}

function decoded(bytes: Buffer, charset: string, guessed: boolean): DecodedText {
  const decode = decoderFor(charset) ?? ((raw: Uint8Array) => Buffer.from(raw).toString('latin1'));
  return { text: decode(bytes).toWellFormed(), charset, guessed };
}

const utf8Decoder = new TextDecoder('utf-8', { fatal: true });

function strictUtf8(bytes: Buffer): string | undefined {
  try {
    return utf8Decoder.decode(bytes);
  } catch {
    return undefined;
  }
}

/** Eight characters that all happen to be well-formed UTF-8 are UTF-8, whatever the label says. */
function isSurelyUtf8(bytes: Buffer): boolean {
  const text = strictUtf8(bytes);
  if (text === undefined) return false;
  let other = 0;
  for (const char of text) if (char > '\x7f' && ++other >= 8) return true;
  return false;
}

/** More than a fifth of what is not ASCII could not be read: the label is wrong. */
function isMostlyBroken(text: string): boolean {
  let odd = 0;
  let other = 0;
  const end = Math.min(text.length, 20_000);
  for (let at = 0; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === 0xfffd) odd++;
    else if (code > 127) other++;
  }
  return odd > 0 && odd * 4 > other;
}

/** Japanese and Korean mail announces its seven-bit sets by escapes, labelled or not. */
function escapeCharset(bytes: Buffer): string | undefined {
  if (!bytes.includes(0x1b)) return undefined;
  if (bytes.includes('\x1b$)C', 0, 'latin1')) return 'iso-2022-kr';
  const japanese = ['\x1b$B', '\x1b$@', '\x1b(J', '\x1b(I'];
  return japanese.some((mark) => bytes.includes(mark, 0, 'latin1')) ? 'iso-2022-jp' : undefined;
}

function isSevenBitCharset(charset: string | undefined): boolean {
  return charset !== undefined && /^(?:iso-2022|utf-7|hz|utf-16)/.test(charset);
}

function isAscii(bytes: Buffer): boolean {
  for (let at = 0; at < bytes.length; at++) if ((bytes[at] as number) > 127) return false;
  return true;
}

import { decodeText } from '../charset/decode-text.ts';
import { decodeQuotedPrintable } from './quoted-printable.ts';

const word = /=\?([^?\s]{1,60})\?([bq])\?([^?\r\n]*)\?=/gi;

/**
 * RFC 2047, read as mail clients do: also inside quoted strings and words, with blanks in it, and
 * with characters cut between neighboring words (their bytes are joined before decoding).
 */
export function decodeWords(raw: string): string {
  if (!raw.includes('=?')) return raw;
  let out = '';
  let last = 0;
  let run: { charset: string; bytes: Buffer[] } | undefined;
  for (const match of raw.matchAll(word)) {
    const between = raw.slice(last, match.index);
    const charset = (match[1] as string).replace(/\*.*$/, '').toLowerCase();
    const bytes = wordBytes(match[2] as string, match[3] as string);
    const joined = run !== undefined && between.trim() === '';
    if (run && joined && run.charset === charset) run.bytes.push(bytes);
    else {
      out += flush(run) + (joined ? '' : between);
      run = { charset, bytes: [bytes] };
    }
    last = match.index + match[0].length;
  }
  return out + flush(run) + raw.slice(last);
}

function flush(run: { charset: string; bytes: Buffer[] } | undefined): string {
  return run ? decodeText(Buffer.concat(run.bytes), run.charset).text : '';
}

function wordBytes(encoding: string, text: string): Buffer {
  if (encoding.toLowerCase() === 'b') return Buffer.from(text, 'base64');
  return decodeQuotedPrintable(Buffer.from(text.replaceAll('_', ' '), 'latin1'));
}

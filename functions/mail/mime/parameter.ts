import { decodeText } from '../charset/decode-text.ts';
import { decodeWords } from './encoded-words.ts';
import type { StructuredValue } from './structured-value.ts';

/**
 * A parameter for a person: `name*0*=` continuations and `name*=` of RFC 2231 first, then the
 * plain form with RFC 2047 words (illegal there, but the most common form of all).
 */
export function readParameter({ params }: StructuredValue, name: string): string | undefined {
  const continued = readContinuations(params, name);
  if (continued !== undefined && continued !== '') return continued;
  const extended = params.get(`${name}*`);
  if (extended !== undefined && extended !== '') return decodeExtended([[extended, true]]);
  const plain = params.get(name);
  return plain === undefined ? undefined : decodeWords(percentDecoded(plain));
}

function readContinuations(params: ReadonlyMap<string, string>, name: string): string | undefined {
  const pieces: [string, boolean][] = [];
  for (let index = 0; index < 200; index++) {
    const encoded = params.get(`${name}*${index}*`);
    const plain = params.get(`${name}*${index}`);
    if (encoded === undefined && plain === undefined) break;
    pieces.push(encoded === undefined ? [plain as string, false] : [encoded, true]);
  }
  if (pieces.length === 0) return undefined;
  if (!pieces.some(([, encoded]) => encoded)) return decodeWords(pieces.map(([t]) => t).join(''));
  return decodeExtended(pieces);
}

/** `charset'language'percent-encoded`; only the first piece carries the charset. */
function decodeExtended(pieces: readonly [string, boolean][]): string {
  const first = pieces[0]?.[0] ?? '';
  const head = /^([^']{0,60})'[^']{0,60}'/.exec(first);
  const bytes = pieces.map(([text, encoded], index) => {
    const value = index === 0 && head ? text.slice(head[0].length) : text;
    return encoded ? percentBytes(value) : Buffer.from(value, 'utf8');
  });
  return decodeText(Buffer.concat(bytes), head?.[1]).text;
}

function percentBytes(text: string): Buffer {
  return Buffer.from(
    Buffer.from(text, 'utf8')
      .toString('latin1')
      .replace(/%([0-9a-f]{2})/gi, (_, hex: string) =>
        String.fromCharCode(Number.parseInt(hex, 16)),
      ),
    'latin1',
  );
}

/** Browsers' habit, found in form mailers: `filename="%D0%A1.pdf"`. */
function percentDecoded(value: string): string {
  if (!/(?:%[89a-f][0-9a-f]){2}/i.test(value)) return value;
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

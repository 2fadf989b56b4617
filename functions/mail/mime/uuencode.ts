import { mailLimits } from '../limits.ts';

export interface UuencodedFile {
  readonly name: string;
  readonly content: Buffer;
}

const beginLine = /^begin(?:-base64)? [0-7]{3,4} (.{1,255})$/;

/** The first uuencoded file of a text. */
export function decodeUuencoded(text: string): UuencodedFile | undefined {
  return takeUuencoded(text).files[0];
}

/** Takes the uuencoded files out of a text, as many as a mail may have; a `begin` without an `end` stays text. */
export function takeUuencoded(text: string): { text: string; files: UuencodedFile[] } {
  if (!/^begin(?:-base64)? [0-7]{3,4} /m.test(text)) return { text, files: [] };
  const kept: string[] = [];
  const files: UuencodedFile[] = [];
  const lines = text.split('\n').map((line) => line.replace(/\r$/, ''));
  let searchEnd = true;
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] as string;
    const begin = searchEnd && files.length < mailLimits.attachments ? beginLine.exec(line) : null;
    const end = begin ? endOf(lines, at) : -1;
    if (!begin || end < 0) {
      // No end behind this one means none behind any later one: keeps the search linear.
      if (begin) searchEnd = false;
      kept.push(line);
      continue;
    }
    const body = lines.slice(at + 1, end);
    const content = line.startsWith('begin-base64')
      ? Buffer.from(body.join(''), 'base64')
      : Buffer.concat(body.map(decodeLine));
    files.push({ name: (begin[1] as string).trim(), content });
    at = end;
  }
  return { text: kept.join('\n'), files };
}

function endOf(lines: readonly string[], begin: number): number {
  for (let at = begin + 1; at < lines.length; at++) {
    if (/^(?:end|====)\s*$/.test(lines[at] as string)) return at;
  }
  return -1;
}

function decodeLine(line: string): Buffer {
  const length = ((line.charCodeAt(0) || 32) - 32) & 63;
  const out = Buffer.alloc(length);
  const digit = (at: number): number => ((line.charCodeAt(at) || 32) - 32) & 63;
  for (let to = 0, at = 1; to < length; to += 3, at += 4) {
    const word = (digit(at) << 18) | (digit(at + 1) << 12) | (digit(at + 2) << 6) | digit(at + 3);
    out[to] = word >> 16;
    if (to + 1 < length) out[to + 1] = (word >> 8) & 255;
    if (to + 2 < length) out[to + 2] = word & 255;
  }
  return out;
}

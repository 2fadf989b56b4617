import { mailLimits } from '../limits.ts';

/** A line beginning with `--`: a candidate for setting parts apart. */
export interface DelimiterLine {
  /** Where the line break before it begins: it belongs to the delimiter (RFC 2046, 5.1.1). */
  readonly start: number;
  /** Where the next line begins. */
  readonly end: number;
  /** Without trailing blanks. */
  readonly text: string;
}

export function findDelimiters(
  bytes: Buffer,
  from: number,
  problems: Set<string>,
): DelimiterLine[] {
  const lines: DelimiterLine[] = [];
  if (bytes[from] === 45 && bytes[from + 1] === 45) lines.push(delimiterAt(bytes, from, from));
  for (let at = bytes.indexOf('\n--', from, 'latin1'); at >= 0; ) {
    if (lines.length >= mailLimits.delimiterLines) {
      problems.add('too-many-delimiters');
      break;
    }
    const line = delimiterAt(bytes, at, at + 1);
    lines.push(line);
    at = bytes.indexOf('\n--', Math.max(at + 1, line.end - 1), 'latin1');
  }
  return lines;
}

function delimiterAt(bytes: Buffer, lineBreak: number, lineStart: number): DelimiterLine {
  const newline = bytes.indexOf(10, lineStart);
  const lineEnd = newline < 0 ? bytes.length : newline;
  let start = lineBreak;
  while (start > 0 && start !== lineStart && bytes[start - 1] === 13) start--;
  return {
    start,
    end: Math.min(lineEnd + 1, bytes.length),
    // RFC 2046 allows 70 characters; real ones reach 200.
    text: bytes.toString('latin1', lineStart, Math.min(lineEnd, lineStart + 400)).trimEnd(),
  };
}

/**
 * A multipart whose declared boundary never occurs (cut off, badly quoted or absent) still shows
 * it: the first such line that a content field or another field follows.
 */
export function guessBoundary(
  bytes: Buffer,
  lines: readonly DelimiterLine[],
  from: number,
  taken: ReadonlySet<string>,
): string | undefined {
  for (const line of lines.slice(from, from + 50)) {
    const boundary = line.text.slice(2);
    if (boundary.length < 2 || taken.has(boundary)) continue;
    const following = bytes.toString('latin1', line.end, line.end + 80);
    if (/^content-[a-z-]{2,30}[ \t]*:/i.test(following)) return boundary;
  }
  return undefined;
}

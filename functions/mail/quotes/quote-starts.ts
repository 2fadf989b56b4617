import { hasMoment, isAttribution, opensAttribution } from './attributions.ts';
import { headerBlockStart } from './header-blocks.ts';
import { markerLine } from './our-marker.ts';
import { isOriginalMessageLine } from './separators.ts';

/**
 * Lines at which a quoted mail may begin, top down: our own marker, the place the markup showed,
 * "On … wrote:", a From/Sent/To block, "Original Message", and `>` lines up to the end.
 */
export function quoteCandidates(
  text: string,
  lines: readonly string[],
  offsets: readonly number[],
  { quoteAt, isFirstContact }: { quoteAt?: number | undefined; isFirstContact?: boolean },
): number[] {
  const found = new Set<number>();
  const marker = markerLine(lines);
  if (marker >= 0) found.add(marker);
  if (quoteAt !== undefined && quoteAt < text.length) {
    found.add(lineAt(offsets, quoteAt));
  }
  const end = Math.min(lines.length, 5_000);
  for (let at = 0; at < end; at++) {
    const line = (lines[at] as string).trim();
    if (line === '' || line.length > 500 || isQuoted(line)) continue;
    const start =
      attributionStart(lines, at) ??
      headerBlockStart(lines, at) ??
      (isOriginalMessageLine(line) ? at : undefined);
    if (start !== undefined) {
      found.add(start);
      break;
    }
  }
  const tail = isFirstContact ? undefined : tailStart(lines);
  if (tail !== undefined) found.add(tail);
  return [...found].sort((left, right) => left - right);
}

/** `>:` alone is the end of a broken attribution, not a quote. */
function isQuoted(line: string): boolean {
  return line.startsWith('>') && !/^>\s?:$/.test(line);
}

/** An attribution may be broken over up to four lines; it is judged where it ends. */
function attributionStart(lines: readonly string[], end: number): number | undefined {
  if (!/[:：]\W{0,8}$|wrote\W{0,8}$|>$/i.test(lines[end] as string)) return undefined;
  let joined = '';
  let found: number | undefined;
  for (let start = end; start > end - 4 && start >= 0; start--) {
    const line = (lines[start] as string).trim();
    if (line === '' || isQuoted(line) || joined.length > 600) return found;
    joined = `${line} ${joined}`.trim();
    if (!isAttribution(joined)) continue;
    found = start;
    // The date may stand on the line above the address.
    const above = (lines[start - 1] ?? '').trim();
    if (hasMoment(joined)) return opensAttribution(above) ? start - 1 : start;
  }
  return found;
}

/** Where the last run of `>` lines begins, if nothing but blanks or a signature follows it. */
function tailStart(lines: readonly string[]): number | undefined {
  let at = lines.length - 1;
  const bottom = Math.max(0, lines.length - 12);
  const signature = lines.findIndex((line, index) => index >= bottom && /^--\s*$/.test(line));
  if (signature > 0) at = signature - 1;
  let start: number | undefined;
  for (; at >= 0; at--) {
    const line = (lines[at] as string).trim();
    if (line.startsWith('>')) start = at;
    else if (line !== '') break;
  }
  return start;
}

function lineAt(offsets: readonly number[], offset: number): number {
  let low = 0;
  let high = offsets.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((offsets[middle] as number) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

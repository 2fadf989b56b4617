import { mailLimits } from '../limits.ts';
import { type DelimiterLine, findDelimiters, guessBoundary } from './delimiters.ts';
import type { MimePart } from './mime-part.ts';
import { openPart } from './open-part.ts';

export interface MimeTree {
  readonly root: MimePart;
  readonly problems: Set<string>;
}

interface OpenMultipart {
  readonly part: MimePart;
  readonly boundary: string;
  readonly depth: number;
}

/**
 * Cuts a mail into its parts in one pass over the lines that begin with `--`. A delimiter of an
 * outer multipart closes everything inside it, so a missing closing line costs nothing, and a
 * closing line written too early is taken back when the same boundary goes on.
 */
export function readTree(bytes: Buffer): MimeTree {
  const problems = new Set<string>();
  const first = openPart(bytes, 0, 'text/plain', problems);
  const bare = first.contentType.value === '' && bytes.includes('\n--', first.bodyStart);
  if (!isMultipart(first) && !bare) return { root: first, problems };

  const lines = findDelimiters(bytes, first.bodyStart, problems);
  // Gateways lose the fields that say multipart, but the delimiters are still there.
  if (bare && !isBareMultipart(bytes, first, lines)) return { root: first, problems };
  const root = bare ? { ...first, type: 'multipart/mixed' } : first;
  const lastLineOf = new Map(lines.map((line, index) => [line.text, index]));
  const closed = new Map<string, OpenMultipart>();
  const open: OpenMultipart[] = [];
  let leaf: MimePart | undefined;
  let parts = 1;
  enter(root, 0);

  for (const [index, line] of lines.entries()) {
    const hit = matchOpen(open, line.text) ?? reopen(closed, line.text);
    if (!hit) continue;
    if (leaf) leaf.bodyEnd = Math.max(leaf.bodyStart, line.start);
    leaf = undefined;
    if (hit.closing) {
      open.length = hit.level.depth;
      closed.set(`--${hit.level.boundary}`, hit.level);
      continue;
    }
    if (++parts > mailLimits.parts) {
      problems.add('too-many-parts');
      return { root, problems };
    }
    open.length = hit.level.depth;
    open.push(hit.level);
    const parent = hit.level.part;
    const type = parent.type === 'multipart/digest' ? 'message/rfc822' : 'text/plain';
    const part = openPart(bytes, line.end, type, problems);
    parent.children.push(part);
    if (!isMultipart(part) || !enter(part, index + 1)) leaf = part;
  }
  if (open.length > 0) problems.add('missing-closing-boundary');
  return { root, problems };

  function enter(part: MimePart, from: number): boolean {
    if (open.length >= mailLimits.depth) {
      problems.add('too-deep');
      return false;
    }
    const said = (part.contentType.params.get('boundary') ?? '').trim();
    const occurs = (text: string): boolean => (lastLineOf.get(text) ?? -1) >= from;
    if (said !== '' && (occurs(`--${said}`) || occurs(`--${said}--`))) {
      open.push({ part, boundary: said, depth: open.length });
      return true;
    }
    const taken = new Set(open.map((level) => level.boundary));
    const boundary = guessBoundary(bytes, lines, from, taken);
    problems.add(boundary === undefined ? 'boundary-missing' : 'boundary-guessed');
    if (boundary === undefined) return false;
    open.push({ part, boundary, depth: open.length });
    return true;
  }
}

/** Only what a MIME program writes may stand before the first part, else it is a pasted mail. */
function isBareMultipart(bytes: Buffer, part: MimePart, lines: readonly DelimiterLine[]): boolean {
  const boundary = guessBoundary(bytes, lines, 0, new Set());
  const line = lines.find(({ text }) => text === `--${boundary}`);
  if (!line) return false;
  const before = bytes.toString('latin1', part.bodyStart, line.start).trim();
  return before === '' || (before.length < 300 && /\bMIME\b/i.test(before));
}

interface Hit {
  readonly level: OpenMultipart;
  readonly closing: boolean;
}

function matchOpen(open: readonly OpenMultipart[], text: string): Hit | undefined {
  for (let at = open.length - 1; at >= 0; at--) {
    const level = open[at] as OpenMultipart;
    const { boundary } = level;
    if (!text.startsWith(boundary, 2)) continue;
    if (text.length === boundary.length + 2) return { level, closing: false };
    if (text.length === boundary.length + 4 && text.endsWith('--')) return { level, closing: true };
  }
  return undefined;
}

function reopen(closed: ReadonlyMap<string, OpenMultipart>, text: string): Hit | undefined {
  const level = closed.get(text);
  return level && { level, closing: false };
}

function isMultipart(part: MimePart): boolean {
  return part.type.startsWith('multipart/');
}

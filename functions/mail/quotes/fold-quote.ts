import { isForwardStart } from './forwards.ts';
import { textMarkers } from './our-marker.ts';
import { quoteCandidates } from './quote-starts.ts';

export interface FoldedQuote {
  readonly visibleText: string;
  /** UTF-16 offset where the folded part begins; absent when nothing is folded. */
  readonly quotedFrom?: number;
  /** Our references found in the text, unverified. */
  readonly markers: readonly string[];
}

export interface FoldHints {
  readonly subject?: string;
  /** Offset at which the HTML says that the quote begins. */
  readonly quoteAt?: number | undefined;
  /** Nothing says that it answers a mail: bare `>` lines are then something to read. */
  readonly isFirstContact?: boolean;
}

/**
 * Finds where the mail being answered begins, so that a screen can fold it. Nothing is folded that
 * a person wrote: not a forward, not answers between quoted lines, never the whole text.
 */
export function foldQuote(text: string, hints: FoldHints = {}): FoldedQuote {
  const markers = textMarkers(text);
  const lines = text.split('\n');
  const offsets = lineOffsets(lines);
  const isForward = forwardSubject.test(hints.subject ?? '');
  for (const start of quoteCandidates(text, lines, offsets, hints)) {
    const before = lines.slice(0, start).join('\n').trim();
    if (before === '') return { visibleText: text.trim(), markers };
    if (isForward || isForwardStart(lines, start)) {
      return { visibleText: text.trim(), markers };
    }
    if (hasAnswerBelow(lines, start)) return { visibleText: text.trim(), markers };
    return { visibleText: before, quotedFrom: offsets[start], markers };
  }
  return { visibleText: text.trim(), markers };
}

/** Outlook forwards look like its answers; only the subject tells them apart. */
const forwardSubject =
  /^\s*(?:\[[^\]]{1,40}\]\s*)?(?:fwd?|wg|tr|rv|enc|i|pd|vl|vb|doorst|пересл|пер|fs|转发|轉寄|転送)\s*[:：]/i;

function lineOffsets(lines: readonly string[]): number[] {
  const offsets: number[] = [];
  let at = 0;
  for (const line of lines) {
    offsets.push(at);
    at += line.length + 1;
  }
  return offsets;
}

/**
 * Words below a `>` block are an answer written between the lines, or under the quote. Only asked
 * where the quote is marked line by line: in a top-posted Outlook mail everything below is quoted.
 */
function hasAnswerBelow(lines: readonly string[], start: number): boolean {
  const quoted = lines.findIndex((line, at) => at >= start && /^\s{0,3}>/.test(line));
  if (quoted < 0 || quoted > start + 8) return false;
  for (let at = quoted; at < lines.length; at++) {
    const line = (lines[at] as string).trim();
    if (line === '' || line.startsWith('>')) continue;
    if (line === '--' || /^_{5,}$|^-{5,}$/.test(line) || isFooter(line)) return false;
    // Lines that a gateway broke stay attached to the quoted line above them.
    const previous = (lines[at - 1] ?? '').trim();
    if (previous.startsWith('>') && previous.length > 60) continue;
    return true;
  }
  return false;
}

function isFooter(line: string): boolean {
  return /^(?:sent from|get outlook|von meinem|gesendet von|envoyé de|enviado desde|отправлено (?:из|с)|inviato da|wysłane z)/i.test(
    line,
  );
}

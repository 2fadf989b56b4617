import type { Parser } from 'htmlparser2';
import { mailLimits } from '../limits.ts';

/** htmlparser2 keeps open elements in a list that costs their number at every tag. */
const mostOpen = 10_000;
const chunkChars = 16_384;

/** Parses in pieces and gives up where nesting is an attack; false if something was left out. */
export function feedHtml(parser: Parser, source: string, openElements: () => number): boolean {
  const end = Math.min(source.length, mailLimits.htmlChars * 2);
  let at = 0;
  while (at < end && openElements() < mostOpen) {
    parser.write(source.slice(at, Math.min(at + chunkChars, end)));
    at += chunkChars;
  }
  parser.end();
  return at >= source.length;
}

import { escapeHtml } from '../html/escape-html.ts';
import { textFromHtml } from '../html/text-from-html.ts';
import { mailLimits } from '../limits.ts';
import { takeUuencoded, type UuencodedFile } from '../mime/uuencode.ts';
import type { BodyPiece } from './collect-parts.ts';
import { readTextPart } from './read-text-part.ts';

export interface AssembledBody {
  readonly text: string;
  /** Not sanitized. */
  readonly html?: string;
  /** Offset in `text` where the HTML said that the quoted mail begins. */
  readonly quoteAt?: number;
  readonly markers: readonly string[];
  readonly uuencoded: readonly UuencodedFile[];
}

/** Joins the pieces of a body in order; a piece that lacks one form gets it from the other. */
export function assembleBody(
  bytes: Buffer,
  pieces: readonly BodyPiece[],
  problems: Set<string>,
): AssembledBody {
  const texts: string[] = [];
  const htmls: string[] = [];
  const markers = new Set<string>();
  const uuencoded: UuencodedFile[] = [];
  const hasHtml = pieces.some((piece) => piece.html);
  let quoteAt: number | undefined;
  let length = 0;
  for (const piece of pieces) {
    const read = readPiece(bytes, piece, problems);
    const taken = takeUuencoded(read.text ?? '');
    uuencoded.push(...taken.files);
    const fromHtml = read.html === undefined ? undefined : textFromHtml(read.html);
    for (const marker of fromHtml?.markers ?? []) markers.add(marker);
    const written = isSubstantial(taken.text, fromHtml?.text) ? taken.text : (fromHtml?.text ?? '');
    const from = quoteOffset(written, fromHtml);
    if (quoteAt === undefined && from !== undefined) quoteAt = length + from;
    texts.push(written);
    length += written.length + 1;
    if (hasHtml) htmls.push(read.html ?? `<div>${lines(taken.text)}</div>`);
  }
  const text = texts.join('\n').slice(0, mailLimits.textChars);
  if (text.length === mailLimits.textChars) problems.add('text-too-long');
  return {
    text: text.toWellFormed(),
    ...(hasHtml && { html: htmls.join('\n') }),
    ...(quoteAt !== undefined && quoteAt <= text.length && { quoteAt }),
    markers: [...markers],
    uuencoded,
  };
}

function readPiece(
  bytes: Buffer,
  piece: BodyPiece,
  problems: Set<string>,
): { text?: string; html?: string } {
  const text = piece.text && readTextPart(bytes, piece.text, problems);
  const html = piece.html && readTextPart(bytes, piece.html, problems);
  // Programs send HTML under text/plain or under nothing at all.
  if (html === undefined && text !== undefined && /^\s*(?:<!doctype html|<html[\s>])/i.test(text)) {
    problems.add('html-as-plain-text');
    return { html: text };
  }
  return { ...(text !== undefined && { text }), ...(html !== undefined && { html }) };
}

/** A text part that only says "your program cannot show HTML", or nothing, is no body. */
function isSubstantial(text: string, other: string | undefined): boolean {
  if (text.trim() === '') return false;
  if (other === undefined || text.length > 300 || other.length < text.length * 3) return true;
  return !/(?:html|browser|client|viewer|program)/i.test(text) || !/mail|view|message/i.test(text);
}

/** Finds in the plain text the place that the markup shows as the beginning of the quote. */
function quoteOffset(
  text: string,
  fromHtml: { text: string; quoteAt?: number } | undefined,
): number | undefined {
  if (fromHtml?.quoteAt === undefined) return undefined;
  if (text === fromHtml.text) return fromHtml.quoteAt;
  const rest = fromHtml.text.slice(fromHtml.quoteAt, fromHtml.quoteAt + 400);
  const line = rest.split('\n').find((candidate) => candidate.replace(/[>\s]/g, '').length >= 12);
  if (line === undefined) return undefined;
  const found = text.indexOf(
    line
      .replace(/^[>\s]+/, '')
      .trim()
      .slice(0, 60),
  );
  return found < 0 ? undefined : text.lastIndexOf('\n', found) + 1;
}

function lines(text: string): string {
  return escapeHtml(text).replaceAll('\n', '<br>\n');
}

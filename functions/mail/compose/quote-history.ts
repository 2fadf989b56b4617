import { escapeHtml } from '../html/escape-html.ts';
import { htmlMarker, textMarker } from '../threading/body-marker.ts';

/** The mail that an answer quotes. */
export interface QuotedHistory {
  /** "On 22 November 2026, Ann wrote:", in the customer's language. */
  readonly attribution: string;
  readonly text: string;
  /** Sanitized; made from the text if absent. */
  readonly html?: string;
}

/** A quote that grows with every answer helps nobody. */
const longestQuote = 50_000;

/** The answer in plain text with our marker above what it quotes. */
export function withTextHistory(
  text: string,
  reference: string | undefined,
  quoted: QuotedHistory | undefined,
): string {
  const pieces = [text.trimEnd()];
  if (reference !== undefined) pieces.push(textMarker(reference));
  if (quoted) {
    const lines = quoted.text.slice(0, longestQuote).toWellFormed().trimEnd().split('\n');
    const prefixed = lines.map((line) =>
      line.startsWith('>') ? `>${line}` : `> ${line}`.trimEnd(),
    );
    pieces.push(`${quoted.attribution}\n${prefixed.join('\n')}`);
  }
  return `${pieces.join('\n\n')}\n`;
}

/** The answer as HTML; the hidden marker stands first, so that every later quote begins with it. */
export function withHtmlHistory(
  html: string,
  reference: string | undefined,
  quoted: QuotedHistory | undefined,
): string {
  const marker = reference === undefined ? '' : htmlMarker(reference);
  const history = quoted ? historyHtml(quoted) : '';
  return `<!DOCTYPE html><html><body>${marker}<div>${html}</div>${history}</body></html>`;
}

function historyHtml(quoted: QuotedHistory): string {
  const short = quoted.html !== undefined && quoted.html.length <= longestQuote * 2;
  const inner = short ? quoted.html : paragraphs(quoted.text.slice(0, longestQuote));
  return (
    `<div class="gmail_quote" data-firstline-quote=""><div>${escapeHtml(quoted.attribution)}</div>` +
    `<blockquote type="cite" style="margin: 0 0 0 8px; border-left: 2px solid #999; padding-left: 8px">` +
    `${inner}</blockquote></div>`
  );
}

/** Plain text as HTML with its line breaks. */
export function paragraphs(text: string): string {
  return escapeHtml(text.trimEnd()).replaceAll('\n', '<br>\n');
}

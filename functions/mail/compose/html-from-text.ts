import { escapeHtml } from '../html/escape-html.ts';

/** What ends a sentence is no part of the address before it; a closing bracket is, when it was opened inside. */
const address = /https?:\/\/[^\s<>"']+/gi;

/**
 * What a person typed, as HTML for programs that show nothing else: blank lines part paragraphs, addresses can be
 * followed. The text beside it stays as typed.
 */
export function htmlFromText(text: string): string {
  return text
    .trimEnd()
    .split(/\n[ \t]*(?:\n[ \t]*)+/)
    .map((paragraph) => `<p style="margin: 0 0 1em">${lines(paragraph)}</p>`)
    .join('\n');
}

const lines = (paragraph: string): string => linked(paragraph).replaceAll('\n', '<br>\n');

function linked(text: string): string {
  let html = '';
  let done = 0;
  for (const match of text.matchAll(address)) {
    const url = withoutEnd(match[0]);
    html += escapeHtml(text.slice(done, match.index));
    html += `<a href="${escapeHtml(url)}">${escapeHtml(url)}</a>`;
    done = match.index + url.length;
  }
  return html + escapeHtml(text.slice(done));
}

function withoutEnd(url: string): string {
  const trimmed = url.replace(/[.,:;!?…»”’]+$/, '');
  return trimmed.endsWith(')') && !trimmed.includes('(') ? trimmed.slice(0, -1) : trimmed;
}

import PostalMime from 'postal-mime';
import { LOCAL } from '../addresses.ts';
import { outboxNavigation } from './outbox-page.ts';
import { escapeHtml, page } from './page.ts';

const NOTABLE = new Set([
  'from',
  'to',
  'cc',
  'reply-to',
  'subject',
  'date',
  'message-id',
  'in-reply-to',
  'references',
  'auto-submitted',
  'list-unsubscribe',
  'precedence',
  'x-auto-response-suppress',
]);

/** One sent mail: what the reader sees, and the headers that decide about threads and robots. */
export async function mailPage(messageId: string, raw: Buffer): Promise<string> {
  const mail = await PostalMime.parse(raw);
  const path = `${LOCAL.outbox}/mail/${encodeURIComponent(messageId)}`;
  const headers = mail.headers
    .filter(({ key }) => NOTABLE.has(key) || key.startsWith('x-'))
    .map(({ key, value }) => `<tr><th>${escapeHtml(key)}</th><td>${escapeHtml(value)}</td></tr>`)
    .join('');
  const attachments = mail.attachments
    .map(({ filename, mimeType, content }) => {
      const size = typeof content === 'string' ? content.length : content.byteLength;
      return `<li>${escapeHtml(filename ?? '(no name)')} <span class="quiet">${escapeHtml(mimeType)}, ${size} bytes</span></li>`;
    })
    .join('');
  // The frame runs no script and loads nothing: a mail is text from outside here too.
  const html = mail.html
    ? `<h2>HTML</h2><iframe sandbox title="The mail as HTML" src="${path}/html"></iframe>`
    : '';
  return page({
    title: mail.subject ?? 'Mail',
    body: `${outboxNavigation}<h1>${escapeHtml(mail.subject ?? '(no subject)')}</h1>
      <table>${headers}</table>
      ${attachments ? `<h2>Attachments</h2><ul>${attachments}</ul>` : ''}
      ${html}<h2>Text</h2><pre>${escapeHtml(mail.text ?? '')}</pre>
      <p><a href="${path}/raw">Raw mail</a></p>`,
  });
}

export async function mailHtml(raw: Buffer): Promise<string> {
  return (await PostalMime.parse(raw)).html ?? '';
}

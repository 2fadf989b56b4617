import type { SentMail } from '../../aws/access.ts';
import { LOCAL } from '../addresses.ts';
import type { RecordedCall } from '../outside/recorded-calls.ts';
import { escapeHtml, page } from './page.ts';

const nav = `<nav><a href="${LOCAL.outbox}">Mails sent</a><a href="${LOCAL.outbox}/calls">Calls made</a><a href="/">The desk</a></nav>`;

/** Mails that left by the local SES, newest first. */
export function mailListPage(mails: readonly SentMail[]): string {
  const rows = mails
    .map(
      (
        mail,
      ) => `<tr><td class="quiet">${escapeHtml(mail.sentAt.replace('T', ' ').slice(0, 19))}</td>
        <td>${escapeHtml(mail.recipients.join(', '))}</td>
        <td><a href="${LOCAL.outbox}/mail/${encodeURIComponent(mail.messageId)}">${escapeHtml(mail.subject || '(no subject)')}</a></td>
        <td class="quiet">${escapeHtml(mail.from)}</td></tr>`,
    )
    .join('');
  const table = `<table><thead><tr><th>Sent (UTC)</th><th>To</th><th>Subject</th><th>From</th></tr></thead><tbody>${rows}</tbody></table>`;
  return page({
    title: 'Outbox',
    body: `${nav}<h1>Outbox</h1><p class="quiet">What customers and colleagues would have received. Nothing left this machine.</p>
      ${mails.length > 0 ? table : '<p>No mail was sent yet.</p>'}`,
  });
}

/** Requests to other people's servers, newest first. */
export function callListPage(calls: readonly RecordedCall[]): string {
  const items = calls
    .toReversed()
    .map(
      (
        call,
      ) => `<details><summary><span class="quiet">${escapeHtml(call.at.replace('T', ' ').slice(0, 19))}</span>
        <strong>${escapeHtml(call.method)}</strong> ${escapeHtml(call.host)}${escapeHtml(hideToken(call.path))}
        → ${call.answered}</summary><pre>${escapeHtml(headerText(call.headers))}\n\n${escapeHtml(pretty(call.body))}</pre></details>`,
    )
    .join('');
  return page({
    title: 'Calls made',
    body: `${nav}<h1>Calls made</h1><p class="quiet">Requests to messengers and webhooks, answered by a stand-in.</p>
      ${items || '<p>No call was made yet.</p>'}`,
  });
}

/** A bot's token stands in the path of every call. */
function hideToken(path: string): string {
  return path.replace(/\/bot[^/]+/, '/bot…');
}

function headerText(headers: Record<string, string>): string {
  return Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n');
}

function pretty(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
}

export const outboxNavigation = nav;

import type { JourneyDesk } from './a-journey-desk.ts';
import { aStranger, sendLetter, untilPosted, untilTaken } from './letters.ts';
import type { Staff } from './staff.ts';

/** The address behind a mail's List-Unsubscribe, as this desk serves it. */
const unsubscribeLink = (header: string, baseUrl: string): string => {
  const url = new URL(/<(.*)>/.exec(header)?.[1] ?? '');
  return baseUrl + url.pathname + url.search;
};

/** What admins and customers do so that mail is wanted: block, suppress, unsubscribe, and take it back. */
export async function keepMailClean({ desk, table }: JourneyDesk, olga: Staff): Promise<void> {
  const from = aStranger('unsubscriber');
  await untilTaken(table, await sendLetter(desk, { from, subject: 'Hello' }));
  const mail = await untilPosted(desk, from, ({ header }) => header('list-unsubscribe') !== '');
  const link = unsubscribeLink(mail.header('list-unsubscribe'), desk.baseUrl);
  const body = 'List-Unsubscribe=One-Click';
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  const asked = await fetch(link);
  const answer = await fetch(link, { method: 'POST', headers, body });
  if (!asked.ok || !answer.ok) throw new Error(`unsubscribing was refused: ${answer.status}`);

  await olga.get('/api/quarantine');
  await olga.post('/api/blocked-senders', { pattern: '@unwanted.example' });
  await olga.remove(`/api/blocked-senders/${encodeURIComponent('@unwanted.example')}`);
  await olga.post('/api/suppressed', { address: 'gone@unwanted.example' });
  await olga.get('/api/suppressed');
  await olga.remove(`/api/suppressed/${encodeURIComponent('gone@unwanted.example')}`);
}

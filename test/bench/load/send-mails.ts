import { mailKey } from '../../../functions/channels/pointers.ts';
import type { Stand } from '../stand/start-stand.ts';
import { type Driven, drive } from './drive.ts';
import type { TestMail } from './mails.ts';
import { smtpClient } from './smtp-client.ts';
import { untilTaken } from './until-taken.ts';

export const keyOf = ({ messageId }: TestMail): string => mailKey('support', messageId);

/** Sends mails over so many connections; an operation ends with the 250, which says that the mail is stored. */
export async function sendMails(
  { smtpPort }: Stand,
  mails: readonly TestMail[],
  concurrency: number,
): Promise<Driven> {
  const clients = await Promise.all(
    Array.from({ length: concurrency }, () => smtpClient(smtpPort)),
  );
  const driven = await drive({ count: mails.length, concurrency }, async (index, worker) => {
    const mail = mails[index];
    if (mail) await clients[worker]?.send(mail);
  });
  for (const client of clients) client.close();
  return driven;
}

/** The same until the last of them is on its ticket; latencies are those of the 250. */
export async function sendMailsUntilTaken(
  stand: Stand,
  mails: readonly TestMail[],
  concurrency: number,
): Promise<{ accepted: Driven; taken: Driven; tickets: ReadonlyMap<string, string> }> {
  const startedAt = performance.now();
  const accepted = await sendMails(stand, mails, concurrency);
  const tickets = await untilTaken(stand.table, mails.map(keyOf));
  const seconds = (performance.now() - startedAt) / 1_000;
  return { accepted, taken: { ...accepted, seconds }, tickets };
}

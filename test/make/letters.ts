import { randomUUID } from 'node:crypto';
import { createTransport, type SendMailOptions } from 'nodemailer';
import PostalMime, { type Email } from 'postal-mime';
import { mailKey } from '../../functions/channels/pointers.ts';
import { pointerStore } from '../../functions/dynamo/pointers.ts';
import type { Table } from '../../functions/dynamo/table.ts';
import type { RunningDesk } from '../../local/run/desk-runner.ts';
import { until } from './until.ts';

export const mailboxes = {
  support: 'support@help.kopilka.example',
  payouts: 'payouts@help.kopilka.example',
  partners: 'partners@help.kopilka.example',
} as const;

/** A writer nobody met before: the desk acknowledges one address once an hour. */
export const aStranger = (name = 'kim') => `${name}.${randomUUID().slice(0, 8)}@example.net`;

/** Sends a mail by SMTP and answers its Message-ID without brackets. */
export async function sendLetter(
  desk: Pick<RunningDesk, 'smtpPort'>,
  letter: SendMailOptions & { from: string },
): Promise<string> {
  const transport = createTransport({ host: '127.0.0.1', port: desk.smtpPort, secure: false });
  const messageId = letter.messageId ?? `<${randomUUID()}@example.net>`;
  await transport.sendMail({
    to: mailboxes.support,
    subject: 'Hello',
    text: 'Hello',
    ...letter,
    messageId,
  });
  return messageId.replace(/^<|>$/g, '');
}

/** Sends bytes as they are. */
export async function sendBytes(
  desk: Pick<RunningDesk, 'smtpPort'>,
  raw: Buffer | string,
  envelope: { from: string; to: string } = { from: aStranger(), to: mailboxes.support },
): Promise<void> {
  const transport = createTransport({ host: '127.0.0.1', port: desk.smtpPort, secure: false });
  await transport.sendMail({ raw, envelope });
}

/** The ticket a mail went to, if it did. */
export async function ticketOfLetter(
  table: Table,
  messageId: string,
  connectionId = 'support',
): Promise<string | undefined> {
  const known = await pointerStore(table).lookUp({
    idempotencyKey: mailKey(connectionId, messageId),
    pointers: [],
    identity: { channel: 'mail', externalId: 'nobody@example.net' },
  });
  return known.takenBy?.ticketId;
}

export const untilTaken = (
  table: Table,
  messageId: string,
  connectionId?: string,
  seconds?: number,
) =>
  until(`a ticket of ${messageId}`, () => ticketOfLetter(table, messageId, connectionId), seconds);

export type Posted = Email & { readonly header: (name: string) => string };

/** Mails that left for an address, oldest first. */
export async function postedTo(
  { aws }: Pick<RunningDesk, 'aws'>,
  address: string,
): Promise<readonly Posted[]> {
  const mails = (await aws.outbox.list(10_000)).filter(({ recipients }) =>
    recipients.includes(address),
  );
  return Promise.all(
    mails.toReversed().map(async ({ messageId }) => {
      const mail = await PostalMime.parse((await aws.outbox.raw(messageId)) ?? '');
      const header = (name: string) =>
        mail.headers.find(({ key }) => key === name.toLowerCase())?.value ?? '';
      return { ...mail, header };
    }),
  );
}

/** The mail to an address that a person wrote, or the desk's robot, once it left. */
export const untilPosted = (
  desk: Pick<RunningDesk, 'aws'>,
  address: string,
  isIt: (mail: Posted) => boolean,
  seconds?: number,
) => until(`a mail to ${address}`, async () => (await postedTo(desk, address)).find(isIt), seconds);

export const isFromPerson = (mail: Posted) => mail.header('auto-submitted') === '';

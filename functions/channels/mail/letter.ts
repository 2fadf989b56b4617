import type { Connection, ConnectionOf } from '../../../schemas/connection.ts';
import type { Message } from '../../../schemas/timeline.ts';
import { textsFor } from '../../desk/texts/texts.ts';
import { utcMinute } from '../../desk/texts/utc-minute.ts';
import { visibleText } from '../../desk/tickets/message.ts';
import type { OutgoingMail } from '../../mail/compose-mail.ts';
import { bodyReference } from '../../mail/threading/body-marker.ts';
import { replyAddress } from '../../mail/threading/reply-address.ts';
import { answerSubject, subjectTag } from '../../mail/threading/subject.ts';
import { unsubscribeHeaders } from '../../mail/unsubscribing.ts';
import type { Outgoing, Sending, SendPorts } from '../outgoing.ts';
import { mailboxesOf } from './our-mail.ts';

/** The mailbox an answer leaves from: the connection itself, of a form or chat the one it names. */
export function mailboxOf(
  connection: Connection,
  connections: readonly Connection[],
): ConnectionOf<'mail'> | undefined {
  if (connection.channel === 'mail') return connection;
  const id = 'replyFrom' in connection ? connection.replyFrom : undefined;
  return mailboxesOf(connections).find((mailbox) => mailbox.id === id);
}

/** Our own Message-ID. SES writes its own over it, but leaves References alone, which it leads. */
export const ownMessageId = (ticketNumber: number, messageId: string, domain: string) =>
  `t.${ticketNumber}.${messageId.replace('_', '.')}@${domain}`;

/** RFC 3834: what no person wrote says so; an agent's answer does not. */
const automatic: Readonly<Partial<Record<Message['kind'], OutgoingMail['automatic']>>> = {
  acknowledgement: 'auto-replied',
  notice: 'auto-generated',
};

/** A message of ours as mail, with all four signals by which an answer finds its ticket. */
export async function letterOf(
  outgoing: Outgoing,
  mailbox: ConnectionOf<'mail'>,
  file: SendPorts['file'],
): Promise<OutgoingMail> {
  const { ticket, message, answered, desk } = outgoing;
  const number = String(ticket.number);
  const secret = desk.signingSecrets[0] ?? '';
  const automated = automatic[message.kind];
  return {
    from: { name: fromName(outgoing, mailbox), address: mailbox.address },
    to: [{ name: '', address: message.address ?? ticket.replyTo.address }],
    cc: (message.cc ?? []).map((address) => ({ name: '', address })),
    replyTo: { name: mailbox.name, address: replyAddress(mailbox.address, number, secret) },
    subject: message.subject
      ? `${message.subject} ${subjectTag(number, secret)}`
      : answerSubject(ticket.subject, number, secret),
    date: message.occurredAt,
    messageId: ownMessageId(ticket.number, message.id, desk.domain),
    inReplyTo: answered?.externalId,
    references: ticket.references,
    text: message.text,
    html: message.html,
    files: await Promise.all(
      message.attachments.map(async ({ name, type, key }) => ({
        name,
        type,
        content: await file(key),
      })),
    ),
    reference: bodyReference(number, secret),
    // A robot quotes nothing: what a stranger typed must not leave under our name.
    ...(!automated && answered && { quoted: quotedOf(answered, desk) }),
    loopId: desk.domain,
    ...(automated && { automatic: automated, extraHeaders: leaveHeaders(outgoing, secret) }),
  };
}

/** What a person writes in answer is no mailing; all else can be stopped with one press. */
const leaveHeaders = ({ ticket, message, desk }: Outgoing, secret: string) =>
  unsubscribeHeaders({
    address: message.address ?? ticket.replyTo.address,
    appUrl: desk.appUrl,
    secrets: [secret],
    at: Date.parse(message.occurredAt),
  });

const fromName = ({ message, desk }: Outgoing, mailbox: ConnectionOf<'mail'>): string =>
  message.author.kind === 'agent'
    ? `${message.author.name} via ${mailbox.name || desk.deskName}`
    : mailbox.name || desk.deskName;

const quotedOf = (answered: NonNullable<Outgoing['answered']>, desk: Sending) => ({
  attribution: textsFor(answered.language, desk.language).quoteHeader({
    name: answered.author.name,
    at: utcMinute(answered.occurredAt),
  }),
  text: visibleText(answered),
});

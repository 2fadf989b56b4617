import type { Connection } from '../../../schemas/connection.ts';
import type { ConnectionTest } from '../../../schemas/connection-health.ts';
import type { Ticket } from '../../../schemas/ticket.ts';
import type { Message } from '../../../schemas/timeline.ts';
import { mailboxesOf } from '../../channels/mail/our-mail.ts';
import { sendFault } from '../../channels/mail/send-fault.ts';
import type { SendResult } from '../../channels/outgoing.ts';
import { senders } from '../../channels/registry/senders.ts';
import { robot } from '../../desk/access.ts';
import { customerIdOf, messageIdOf } from '../../desk/ids.ts';
import { textsFor } from '../../desk/texts/texts.ts';
import { composeMail } from '../../mail/compose-mail.ts';
import type { DeliverDeps } from './deliver-deps.ts';
import { newsOf } from './news-of.ts';
import { portsFor } from './ports.ts';

/** Sends the agent's test through the channel itself; what it teaches of the connection is noted. */
export async function sendTest(
  deps: DeliverDeps,
  connection: Connection,
  test: ConnectionTest,
): Promise<SendResult> {
  const isMail = connection.channel === 'mail' || connection.channel === 'form';
  const result = await (isMail
    ? mailTest(deps, connection, test)
    : channelTest(deps, connection, test));
  const news = newsOf(result, Number.POSITIVE_INFINITY);
  if (news) await deps.health.note(connection.id, news);
  return result;
}

const nameOf = (connection: Connection) => ('name' in connection ? connection.name : connection.id);

async function mailTest(
  deps: DeliverDeps,
  connection: Connection,
  test: ConnectionTest,
): Promise<SendResult> {
  const desk = await deps.desk();
  const id = connection.channel === 'form' ? connection.replyFrom : connection.id;
  const mailbox = mailboxesOf(desk.connections).find((one) => one.id === id);
  if (!mailbox) return { kind: 'failed', error: 'mail: no mailbox to send from', permanent: true };
  const said = textsFor(undefined, desk.language).connectionTest({ name: nameOf(connection) });
  try {
    const raw = composeMail({
      from: { name: desk.deskName, address: mailbox.address },
      to: [{ name: test.by, address: test.address }],
      subject: said.subject,
      date: deps.now(),
      messageId: `t.${connection.id}.${Date.parse(test.requestedAt)}@${desk.domain}`,
      text: said.text,
      loopId: desk.domain,
      automatic: 'auto-generated',
    });
    const tags = { kind: 'alert', ticket: 'test' };
    const letter = { from: mailbox.address, to: [test.address], cc: [], raw, tags };
    return { kind: 'sent', providerId: await deps.mail(letter), pointers: [] };
  } catch (error) {
    return sendFault(error);
  }
}

/** Senders take a message of a ticket; a test belongs to none, so it gets one that exists nowhere else. */
async function channelTest(
  deps: DeliverDeps,
  connection: Connection,
  { address, requestedAt }: ConnectionTest,
): Promise<SendResult> {
  const desk = await deps.desk();
  const { text } = textsFor(undefined, desk.language).connectionTest({ name: nameOf(connection) });
  const message: Message = {
    type: 'message',
    id: messageIdOf(`test|${connection.id}|${requestedAt}`),
    ticketId: 'tkt_0',
    direction: 'out',
    kind: 'notice',
    author: robot,
    channel: connection.channel,
    connectionId: connection.id,
    address,
    text,
    attachments: [],
    occurredAt: requestedAt,
    storedAt: requestedAt,
    flags: [],
    delivery: { state: 'sending', attempts: 1, at: requestedAt },
  };
  const ports = portsFor(deps, await deps.freshSecretOf(connection.id));
  try {
    const ticket = testTicket(connection, message, address);
    return await senders[connection.channel]({ ticket, message, connection, desk }, ports);
  } catch (error) {
    return { kind: 'unknown', error: error instanceof Error ? error.name : 'error' };
  }
}

const testTicket = (
  { id: connectionId, channel }: Connection,
  { id, occurredAt, text }: Message,
  address: string,
): Ticket => ({
  id: 'tkt_0',
  number: 1,
  subject: text.slice(0, 200),
  customerId: customerIdOf(`test|${connectionId}`),
  customerName: address.slice(0, 120),
  channel,
  topic: 'other',
  status: 'closed',
  priority: 'low',
  createdAt: occurredAt,
  lastMessageAt: occurredAt,
  lastMessageBy: 'robot',
  isBreached: false,
  preview: '',
  connectionId,
  replyTo: { address, cc: [] },
  participants: [],
  // The person at the other end asked for it a moment ago.
  lastInboundAt: occurredAt,
  topicReason: { rule: 'fallback', detail: 'test' },
  references: [],
  mayAcknowledge: false,
  lastPublicId: id,
  version: 1,
});

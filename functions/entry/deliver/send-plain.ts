import type { Connection } from '../../../schemas/connection.ts';
import type { Ticket } from '../../../schemas/ticket.ts';
import type { Message } from '../../../schemas/timeline.ts';
import type { SendResult } from '../../channels/outgoing.ts';
import { senders } from '../../channels/registry/senders.ts';
import { robot } from '../../desk/access.ts';
import { customerIdOf, messageIdOf } from '../../desk/ids.ts';
import type { DeliverDeps } from './deliver-deps.ts';
import { portsFor } from './ports.ts';

type Plain = {
  /** What it is: the same again is the same message. */
  readonly id: string;
  readonly text: string;
  readonly address: string;
  readonly at: string;
  /** The connection's credentials as stored. */
  readonly secret: unknown;
};

/** Senders take a message of a ticket; these words belong to none, so they get one that exists nowhere else. */
export async function sendPlain(
  deps: DeliverDeps,
  connection: Connection,
  { id, text, address, at, secret }: Plain,
): Promise<SendResult> {
  const desk = await deps.desk();
  const message: Message = {
    type: 'message',
    id: messageIdOf(`${id}|${connection.id}|${at}`),
    ticketId: 'tkt_0',
    direction: 'out',
    kind: 'notice',
    author: robot,
    channel: connection.channel,
    connectionId: connection.id,
    address,
    text,
    attachments: [],
    occurredAt: at,
    storedAt: at,
    flags: [],
    delivery: { state: 'sending', attempts: 1, at },
  };
  try {
    const ticket = noTicket(connection, message, address);
    const ports = portsFor(deps, secret);
    return await senders[connection.channel]({ ticket, message, connection, desk }, ports);
  } catch (error) {
    return { kind: 'unknown', error: error instanceof Error ? error.name : 'error' };
  }
}

const noTicket = (
  { id: connectionId, channel }: Connection,
  { id, occurredAt, text }: Message,
  address: string,
): Ticket => ({
  id: 'tkt_0',
  number: 1,
  subject: text.slice(0, 200),
  customerId: customerIdOf(`nobody|${connectionId}`),
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
  // Whoever is at the other end asked for it.
  lastInboundAt: occurredAt,
  topicReason: { rule: 'fallback', detail: 'none' },
  references: [],
  mayAcknowledge: false,
  lastPublicId: id,
  version: 1,
});

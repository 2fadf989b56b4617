import { EmailAddress, PhoneNumber } from '../../../schemas/primitives.ts';
import type { Inbound } from '../../desk/inbound.ts';
import type { ChannelEvent, Understood } from '../channel.ts';
import { contentHash } from '../content-hash.ts';
import { type HookInput, jsonOf } from '../hook-delivery.ts';
import { inChat } from '../in-chat.ts';
import { cut, plainText, subjectOf } from '../plain-text.ts';
import { plausibleInstant } from '../plausible-instant.ts';
import { chatKey, deliveryKey, sentKey } from '../pointers.ts';
import { WebhookEvent, type WebhookMessage } from './event.ts';

/**
 * A `message.created` becomes one message of its conversation; changes of it and receipts for our answers are events;
 * others are counted only.
 */
export async function parseWebhook(input: HookInput): Promise<Understood> {
  const event = WebhookEvent.parse(jsonOf(input.body));
  if (event.type === 'other') return { incoming: [], ignored: ['webhook.event-unknown'] };
  if (event.type !== 'message.created')
    return { incoming: [], events: [eventOf(event, input)], ignored: [] };
  const files = event.attachments.map((file) => ({
    name: file.name,
    type: file.mime ?? 'application/octet-stream',
    kind: 'regular' as const,
    ref: file.url,
    size: file.size,
  }));
  return { incoming: [{ inbound: inboundOf(event, input), files }], ignored: [] };
}

/** Deliveries are numbered by the sender's `webhook-id`; changes name the message by its own id. */
const messageKey = (connectionId: string, id: string) =>
  deliveryKey('webhook', connectionId, `message:${id}`);

function eventOf(
  event: Exclude<WebhookEvent, { readonly type: 'message.created' | 'other' }>,
  { connection, receivedAt }: HookInput,
): ChannelEvent {
  const at = plausibleInstant(event.occurredAt, receivedAt);
  const keys = [messageKey(connection.id, event.id)];
  if (event.type === 'message.updated')
    return { kind: 'edited', at, keys, text: plainText(event.text) };
  if (event.type === 'message.deleted') return { kind: 'deleted', at, keys };
  return {
    kind: 'receipt',
    receipt: event.type === 'message.read' ? 'read' : 'delivered',
    at,
    keys: [sentKey('webhook', connection.id, event.id)],
  };
}

/** What the sender's system says of its user: nobody proved it to us. */
const typedBy = ({ email = '', phone = '' }: WebhookMessage['sender']): readonly string[] => {
  const number = phone.replaceAll(/[\s()-]/g, '');
  return [
    ...(EmailAddress.safeParse(email).success ? [email.toLowerCase()] : []),
    ...(PhoneNumber.safeParse(number).success ? [number] : []),
  ];
};

function inboundOf(
  event: WebhookMessage,
  { connection, headers, body, receivedAt }: HookInput,
): Inbound {
  const said = plainText(event.text);
  const text = said === '' && event.attachments.length === 0 ? '[empty message]' : said;
  const chat = chatKey('webhook', connection.id, event.conversationId);
  return {
    channel: 'webhook',
    connectionId: connection.id,
    idempotencyKey: deliveryKey('webhook', connection.id, headers['webhook-id'] ?? event.id),
    contentHash: contentHash(body),
    kind: 'customer',
    sender: {
      channel: 'webhook',
      connectionId: connection.id,
      externalId: event.sender.id,
      name: cut(plainText(event.sender.name) || event.sender.id, 120),
      // The signature proves the system that sends; it vouches for its own users' ids.
      isVerified: true,
    },
    replyTo: { address: event.conversationId, cc: [] },
    subject: subjectOf(plainText(event.subject ?? '') || text),
    text,
    attachments: [],
    externalId: event.id,
    aliases: [messageKey(connection.id, event.id)],
    typed: typedBy(event.sender),
    ...inChat(chat),
    // A connection that only takes in has nowhere to be told.
    mayAcknowledge: connection.channel === 'webhook' && connection.replyUrl !== undefined,
    flags: [],
    occurredAt: plausibleInstant(event.occurredAt, receivedAt),
  };
}

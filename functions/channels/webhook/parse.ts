import { inChat } from '../in-chat.ts';
import type { Inbound } from '../../desk/inbound.ts';
import type { Understood } from '../channel.ts';
import { contentHash } from '../content-hash.ts';
import { type HookInput, jsonOf } from '../hook-delivery.ts';
import { cut, plainText, subjectOf } from '../plain-text.ts';
import { plausibleInstant } from '../plausible-instant.ts';
import { chatKey, deliveryKey } from '../pointers.ts';
import { WebhookEvent, type WebhookMessage } from './event.ts';

/** A `message.created` becomes one message of its conversation; other events are counted only. */
export async function parseWebhook(input: HookInput): Promise<Understood> {
  const event = WebhookEvent.parse(jsonOf(input.body));
  if (!('conversationId' in event)) return { incoming: [], ignored: ['webhook.event-unknown'] };
  const files = event.attachments.map((file) => ({
    name: file.name,
    type: file.mime ?? 'application/octet-stream',
    kind: 'regular' as const,
    ref: file.url,
    size: file.size,
  }));
  return { incoming: [{ inbound: inboundOf(event, input), files }], ignored: [] };
}

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
    ...inChat(chat),
    // A connection that only takes in has nowhere to be told.
    mayAcknowledge: connection.channel === 'webhook' && connection.replyUrl !== undefined,
    flags: [],
    occurredAt: plausibleInstant(event.occurredAt, receivedAt),
  };
}

import { inChat } from '../../functions/channels/in-chat.ts';
import { chatKey, deliveryKey, sentKey } from '../../functions/channels/pointers.ts';
import type { Inbound } from '../../functions/desk/inbound.ts';
import { anInbound } from './an-inbound.ts';

export const aChatKey = chatKey('telegram', 'bot', '77');
export const theirs = (id: string) => deliveryKey('telegram', 'bot', `77:${id}`);
export const ours = (id: string) => sentKey('telegram', 'bot', `77:${id}`);

export const chatter = {
  channel: 'telegram',
  connectionId: 'bot',
  externalId: '77',
  name: 'Ann Lee',
  isVerified: true,
} as const;

/** A message in Ann's chat with the bot. */
export const inAnnsChat = (id: string, over: Partial<Inbound> = {}): Inbound =>
  anInbound({
    channel: 'telegram',
    connectionId: 'bot',
    idempotencyKey: theirs(id),
    contentHash: id.padStart(64, '0'),
    sender: chatter,
    replyTo: { address: '77', cc: [] },
    subject: '',
    text: `Message ${id}`,
    externalId: `77:${id}`,
    ...inChat(aChatKey),
    occurredAt: '2026-11-22T10:00:00.000Z',
    ...over,
  });

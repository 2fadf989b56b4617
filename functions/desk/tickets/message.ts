import type { Actor, Message } from '../../../schemas/timeline.ts';
import { messageIdOf } from '../ids.ts';
import type { Inbound } from '../inbound.ts';

/** The first words on one line, for lists; 120 UTF-16 units, never half a character. */
export const previewOf = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= 120) return line;
  const cut = line.slice(0, 119);
  return `${/[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut}…`;
};

/** The visible part of what was written: without the quoted history; nothing of a confidential letter. */
export const visibleText = (message: Pick<Inbound, 'text' | 'quoteStart' | 'letter'>): string =>
  message.letter?.isConfidential
    ? ''
    : message.quoteStart
      ? message.text.slice(0, message.quoteStart)
      : message.text;

type Placed = { ticketId: string; kind: Message['kind']; flags?: readonly string[]; now: string };

const authors: Readonly<Partial<Record<Message['kind'], Actor['kind']>>> = {
  customer: 'customer',
  call: 'customer',
  'third-party': 'third-party',
};

/** The message on the timeline that an inbound message becomes. */
export const messageFrom = (
  inbound: Inbound,
  { ticketId, kind, flags = [], now }: Placed,
): Message => ({
  type: 'message',
  id: messageIdOf(inbound.idempotencyKey),
  ticketId,
  direction: inbound.call?.direction ?? 'in',
  kind,
  author: {
    kind: authors[kind] ?? 'robot',
    name: inbound.sender.name || inbound.sender.externalId,
  },
  channel: inbound.channel,
  connectionId: inbound.connectionId,
  address: inbound.sender.externalId,
  cc: inbound.replyTo.cc.length > 0 ? [...inbound.replyTo.cc] : undefined,
  subject: inbound.subject || undefined,
  text: inbound.text,
  quoteStart: inbound.quoteStart,
  html: inbound.html,
  invitation: inbound.invitation,
  attachments: [...inbound.attachments],
  externalId: inbound.externalId,
  inReplyTo: inbound.inReplyTo,
  place: inbound.place,
  call: inbound.call,
  letter: inbound.letter,
  occurredAt: inbound.occurredAt,
  storedAt: now,
  rawKey: inbound.rawKey,
  flags: [...inbound.flags, ...flags],
  language: inbound.language,
});

import { describe, expect, test } from 'vitest';
import type { Ticket } from '../../../schemas/ticket.ts';
import { aBook } from '../../../test/make/a-desk.ts';
import { aTicket } from '../../../test/make/a-ticket.ts';
import { anInbound } from '../../../test/make/an-inbound.ts';
import type { Inbound } from '../inbound.ts';
import { receive } from './receive.ts';

const at = '2026-11-02T12:00:00.000Z';
const chat: Pick<Ticket, 'channel' | 'connectionId' | 'replyTo'> = {
  channel: 'telegram',
  connectionId: 'bot',
  replyTo: { address: '77', cc: [] },
};
const fromChat = (over: Partial<Inbound> = {}) =>
  anInbound({
    ...chat,
    sender: {
      channel: 'telegram',
      connectionId: 'bot',
      externalId: '77',
      name: 'Ann',
      isVerified: true,
    },
    occurredAt: at,
    ...over,
  });
const after = (ticket: Ticket, inbound: Inbound): Ticket =>
  receive({ ticket, inbound, isCustomer: true, book: aBook(), now: at }).ticket;
const wayOf = ({ channel, connectionId, replyTo, lastInboundAt }: Ticket) => [
  channel,
  connectionId,
  replyTo.address,
  lastInboundAt,
];

describe('the way an answer takes', () => {
  test('stays, and its window counts from the newest message', () => {
    const ticket = aTicket({ ...chat, lastInboundAt: '2026-11-02T09:00:00.000Z' });

    expect(wayOf(after(ticket, fromChat()))).toEqual(['telegram', 'bot', '77', at]);
  });

  test('does not count a message that was overtaken', () => {
    const newest = '2026-11-02T12:30:00.000Z';
    const ticket = aTicket({ ...chat, lastInboundAt: newest, lastMessageAt: newest });

    expect(after(ticket, fromChat()).lastInboundAt).toBe(newest);
  });

  test('returns to the chat when the customer writes there again', () => {
    expect(wayOf(after(aTicket(), fromChat()))).toEqual(['telegram', 'bot', '77', at]);
  });

  test('returns also when the provider counts whole seconds', () => {
    const ticket = aTicket({ lastMessageAt: '2026-11-02T12:00:00.900Z' });
    const earlier = aTicket({ lastMessageAt: '2026-11-02T12:00:01.000Z' });

    expect(after(ticket, fromChat()).channel).toBe('telegram');
    expect(after(earlier, fromChat()).channel).toBe('mail');
  });

  test('does not follow who only says that they are the customer', () => {
    const { sender } = fromChat();
    const inbound = fromChat({ sender: { ...sender, isVerified: false } });

    expect(after(aTicket(), inbound).channel).toBe('mail');
  });

  test('keeps to the form’s mailbox when the answer comes as mail', () => {
    const ticket = aTicket({ channel: 'form', connectionId: 'form' });

    expect(after(ticket, anInbound({ occurredAt: at })).connectionId).toBe('form');
  });
});

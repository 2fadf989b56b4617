import { describe, expect, it } from 'vitest';
import type { Ticket } from '../../../schemas/ticket.ts';
import { aBook, aDesk } from '../../../test/make/a-desk.ts';
import { aCustomer, anAgent, aTicket } from '../../../test/make/a-ticket.ts';
import { anInbound } from '../../../test/make/an-inbound.ts';
import { TimelineNeeded } from './clocked.ts';
import { dispatchTicket } from './dispatch.ts';
import { messageFrom } from './message.ts';
import { decide, openTicket, receive } from './receive.ts';
import { reply } from './reply.ts';

const now = '2026-11-02T12:00:00.000Z';
const second = anInbound({
  idempotencyKey: 'mail|support|second@customer.example',
  text: 'Any news?',
  occurredAt: '2026-11-02T12:00:00.000Z',
});
const receiving = { inbound: second, isCustomer: true, book: aBook(), now };

describe('a first message', () => {
  it('opens a ticket that waits since the message was received, not since it was stored', () => {
    const { ticket } = openTicket({
      inbound: anInbound(),
      customer: aCustomer(),
      number: 7,
      topic: 'payouts',
      reason: { rule: 'keyword', detail: 'payout' },
      now,
    });

    expect(ticket).toMatchObject({
      id: 'tkt_7',
      status: 'open',
      waitingSince: '2026-11-02T09:00:00.000Z',
    });
  });

  it('is held apart and not acknowledged when it is spam', () => {
    const { ticket } = openTicket({
      inbound: anInbound({ isSpam: true }),
      customer: aCustomer(),
      number: 7,
      topic: 'other',
      reason: { rule: 'fallback', detail: '' },
      now,
    });

    expect(ticket).toMatchObject({ status: 'spam', mayAcknowledge: false });
  });

  it('has the same id however often it is taken in', () => {
    const opened = () =>
      openTicket({
        inbound: anInbound(),
        customer: aCustomer(),
        number: 7,
        topic: 'payouts',
        reason: { rule: 'keyword', detail: 'payout' },
        now,
      }).entries[0]?.id;

    expect(opened()).toBe(opened());
  });
});

describe('a further message', () => {
  it.each(['open', 'waiting', 'on_hold', 'snoozed', 'closed'] as const)(
    'opens a ticket that is %s',
    (status) => {
      const { ticket } = receive({ ...receiving, ticket: aTicket({ status }) });

      expect(ticket.status).toBe('open');
    },
  );

  it('keeps the wait of the oldest message nobody answered', () => {
    const { ticket } = receive({ ...receiving, ticket: aTicket() });

    expect(ticket.waitingSince).toBe('2026-11-02T09:00:00.000Z');
  });

  it('of a robot neither reopens nor answers', () => {
    const { ticket, entries } = receive({
      ...receiving,
      ticket: aTicket({ status: 'waiting', waitingSince: undefined }),
      inbound: { ...second, kind: 'auto-reply' },
    });

    expect(ticket).toMatchObject({ status: 'waiting', waitingSince: undefined });
    expect(entries).toHaveLength(1);
  });

  it('of a stranger is flagged as coming from another address', () => {
    const { entries } = receive({
      ...receiving,
      ticket: aTicket(),
      isCustomer: false,
      inbound: { ...second, sender: { ...second.sender, externalId: 'eve@elsewhere.example' } },
    });

    expect(entries[0]).toMatchObject({ kind: 'third-party', flags: ['other-address'] });
  });

  it('older than the last keeps the newer preview', () => {
    const ticket = aTicket({ lastMessageAt: '2026-11-02T13:00:00.000Z', preview: 'newer' });

    expect(receive({ ...receiving, ticket }).ticket.preview).toBe('newer');
  });

  it('that overtook an older one asks for the timeline and then starts the clock at the older', () => {
    const opening = openTicket({
      inbound: anInbound(),
      customer: aCustomer(),
      number: 7,
      topic: 'payouts',
      reason: { rule: 'keyword', detail: 'payout' },
      now,
    });
    const dispatched = dispatchTicket({
      ticket: opening.ticket,
      entries: opening.entries,
      desk: aDesk(),
      isAckAllowed: false,
      now,
    });
    const ticket = dispatched?.ticket as Ticket;
    const older = { ...second, occurredAt: '2026-11-02T08:00:00.000Z' };

    expect(() => receive({ ...receiving, ticket, inbound: older })).toThrow(TimelineNeeded);
    const taken = receive({ ...receiving, ticket, inbound: older, timeline: opening.entries });
    expect(taken.ticket.dueAt).toBe('2026-11-02T12:00:00.000Z');
  });

  it('that our answer overtook ends the pause which the answer began', () => {
    const book = aBook();
    const opened = aTicket({ topic: 'missing-cashback' });
    const first = messageFrom(anInbound(), { ticketId: opened.id, kind: 'customer', now });
    const dispatched = dispatchTicket({
      ticket: opened,
      entries: [first],
      desk: aDesk(),
      isAckAllowed: false,
      now: '2026-11-02T09:01:00.000Z',
    });
    const answered = reply({
      ticket: dispatched?.ticket ?? opened,
      by: anAgent(),
      clientId: 'c1',
      text: 'Which shop?',
      answersId: opened.lastPublicId,
      attachments: [],
      statusAfter: 'waiting',
      book,
      now: '2026-11-02T10:00:00.000Z',
    });
    const overtaken = { ...second, occurredAt: '2026-11-02T09:59:00.000Z' };

    const { ticket, entries } = receive({
      ...receiving,
      ticket: answered.change.ticket,
      inbound: overtaken,
      timeline: [first, answered.message],
      book,
    });

    expect([ticket.status, ticket.clocks?.status]).toEqual(['open', 'open']);
    expect(entries[1]).toMatchObject({ kind: 'reopened', occurredAt: now });
  });
});

describe('a message to a closed ticket', () => {
  const closed = { status: 'closed', closedAt: '2026-11-01T00:00:00.000Z' } as const;

  it('goes on it within the days in which it may be reopened', () => {
    expect(
      decide(
        closed,
        { kind: 'customer', occurredAt: '2026-11-15T00:00:00.000Z' },
        { reopenDays: 14 },
      ),
    ).toBe('append');
  });

  it('opens a follow-up a moment later', () => {
    expect(
      decide(
        closed,
        { kind: 'customer', occurredAt: '2026-11-15T00:00:00.001Z' },
        { reopenDays: 14 },
      ),
    ).toBe('follow-up');
  });
});

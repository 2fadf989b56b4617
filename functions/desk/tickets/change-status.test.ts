import { describe, expect, it } from 'vitest';
import { aBook, aDesk } from '../../../test/make/a-desk.ts';
import { anAgent, aTicket } from '../../../test/make/a-ticket.ts';
import { anInbound } from '../../../test/make/an-inbound.ts';
import { changeStatus } from './change-status.ts';
import { dispatchTicket } from './dispatch.ts';
import { messageFrom } from './message.ts';
import { receive } from './receive.ts';

const now = '2026-11-02T12:00:00.000Z';
const setTo = (status: 'closed' | 'spam') =>
  changeStatus({ ticket: aTicket(), by: anAgent(), status, book: aBook(), now })?.ticket;

describe('a ticket whose last word is the customer’s', () => {
  it('waits no longer once it is closed, and after reopening since the message that did it', () => {
    const closed = setTo('closed');

    const { ticket } = receive({
      ticket: closed ?? aTicket(),
      inbound: anInbound({ occurredAt: '2026-11-06T14:00:00.000Z' }),
      isCustomer: true,
      book: aBook(),
      now: '2026-11-06T14:00:01.000Z',
    });

    expect(closed?.waitingSince).toBeUndefined();
    expect(ticket.waitingSince).toBe('2026-11-06T14:00:00.000Z');
  });

  it('still waits when it is spam, should it be none', () => {
    expect(setTo('spam')?.waitingSince).toBe('2026-11-02T09:00:00.000Z');
  });
});

describe('a ticket that came in as spam', () => {
  const inbound = anInbound({ isSpam: true });
  const spam = aTicket({ status: 'spam', mayAcknowledge: false });
  const first = messageFrom(inbound, { ticketId: spam.id, kind: 'customer', now });
  const dispatched = dispatchTicket({
    ticket: spam,
    entries: [first],
    desk: aDesk(),
    isAckAllowed: true,
    now,
  });
  const released = changeStatus({
    ticket: dispatched?.ticket ?? spam,
    by: anAgent(),
    status: 'open',
    book: aBook(),
    now,
  });

  it('is neither due nor acknowledged while it is spam', () => {
    expect(dispatched?.ticket).toMatchObject({ dueAt: undefined, nextDueAt: undefined });
    expect(dispatched?.entries).toEqual([]);
  });

  it('is due a whole target after it was released', () => {
    expect(released?.ticket.dueAt).toBe('2026-11-02T16:00:00.000Z');
  });

  it('is due at the same moment when its timeline is told again', () => {
    const desk = aDesk();
    const told = dispatchTicket({
      ticket: { ...aTicket(), status: 'open', mayAcknowledge: false },
      entries: [first, ...(released?.entries ?? [])],
      desk,
      isAckAllowed: true,
      now,
    });

    expect(told?.ticket.dueAt).toBe('2026-11-02T16:00:00.000Z');
  });
});

import { describe, expect, it } from 'vitest';
import type { Message } from '../../../schemas/timeline.ts';
import { aBook, aDesk } from '../../../test/make/a-desk.ts';
import { aCustomer, anAgent, aTicket } from '../../../test/make/a-ticket.ts';
import { anInbound } from '../../../test/make/an-inbound.ts';
import { dispatchTicket } from './dispatch.ts';
import { openTicket } from './receive.ts';
import { reply } from './reply.ts';
import { deliveryFailed } from './resend.ts';

const opened = openTicket({
  inbound: anInbound(),
  customer: aCustomer(),
  number: 1042,
  topic: 'payouts',
  reason: { rule: 'keyword', detail: 'payout' },
  now: '2026-11-02T09:00:01.000Z',
});
const dispatched = () => {
  const change = dispatchTicket({
    ticket: opened.ticket,
    entries: opened.entries,
    desk: aDesk(),
    isAckAllowed: true,
    now: '2026-11-02T09:00:02.000Z',
  });
  if (!change) throw new Error('dispatch did nothing');
  return change;
};

const answer = {
  by: anAgent(),
  clientId: '6a3dbb0e-0e0c-4b8e-9d8c-0d6a1b2c3d4e',
  text: 'It left this morning.',
  answersId: opened.ticket.lastPublicId,
  attachments: [],
  statusAfter: 'waiting',
  book: aBook(),
  now: '2026-11-02T10:00:00.000Z',
} as const;

describe('dispatch', () => {
  it('promises the topic’s first reply and says so once', () => {
    const { ticket, entries } = dispatched();

    expect(ticket.dueAt).toBe('2026-11-02T13:00:00.000Z');
    expect(entries.map((entry) => entry.type === 'message' && entry.kind)).toEqual([
      'acknowledgement',
    ]);
    expect((entries[0] as Message).text).toContain('within 4 hours');
  });

  it('repeated finds nothing to do', () => {
    const { ticket, entries } = dispatched();
    const again = dispatchTicket({
      ticket,
      entries: [...opened.entries, ...entries],
      desk: aDesk(),
      isAckAllowed: true,
      now: '2026-11-02T09:05:00.000Z',
    });

    expect(again).toBeUndefined();
  });

  it('promises nothing to a robot whose mail opened the ticket', () => {
    const { ticket, entries } = openTicket({
      inbound: anInbound({ kind: 'bounce' }),
      customer: aCustomer(),
      number: 1043,
      topic: 'other',
      reason: { rule: 'connection', detail: 'other' },
      now: '2026-11-02T09:00:01.000Z',
    });
    const change = dispatchTicket({
      ticket,
      entries,
      desk: aDesk(),
      isAckAllowed: true,
      now: '2026-11-02T09:00:02.000Z',
    });

    expect(change?.ticket).toMatchObject({ dueAt: undefined, nextDueAt: undefined });
    expect(change?.entries).toEqual([]);
  });

  it('stays silent for good when the fuse says so', () => {
    const change = dispatchTicket({
      ticket: opened.ticket,
      entries: opened.entries,
      desk: aDesk(),
      isAckAllowed: false,
      now: '2026-11-02T09:00:02.000Z',
    });

    expect(change?.entries).toEqual([]);
    expect(change?.ticket.mayAcknowledge).toBe(false);
  });

  it('after an agent was quicker counts the reply that was given', () => {
    const { change } = reply({ ...answer, ticket: opened.ticket });
    const late = dispatchTicket({
      ticket: change.ticket,
      entries: [...opened.entries, ...change.entries],
      desk: aDesk(),
      isAckAllowed: true,
      now: '2026-11-02T14:00:00.000Z',
    });

    expect(late?.ticket).toMatchObject({ isBreached: false, dueAt: undefined });
  });
});

describe('a reply', () => {
  it('is queued, meets the promise, waits for the customer and belongs to who wrote it', () => {
    const { change, message } = reply({ ...answer, ticket: dispatched().ticket });

    expect(message.delivery?.state).toBe('queued');
    expect(message.ended?.map((clock) => [clock.kind, clock.state])).toEqual([
      ['first-reply', 'met'],
    ]);
    expect(change.ticket).toMatchObject({
      status: 'waiting',
      assigneeId: 'agt_olga',
      dueAt: undefined,
    });
  });

  it('written on old knowledge is refused and names what is new', () => {
    const ticket = { ...dispatched().ticket, lastPublicId: 'msg_0000000000000000000000zz' };

    expect(() => reply({ ...answer, ticket })).toThrow(
      'Something was said since you opened this ticket',
    );
  });

  it('to a ticket that a colleague holds is refused', () => {
    const ticket = aTicket({ assigneeId: 'agt_boris' });

    expect(() => reply({ ...answer, ticket })).toThrow('A colleague is working on this ticket');
  });

  it('has one id for one client id', () => {
    const ids = [1, 2].map(() => reply({ ...answer, ticket: aTicket() }).message.id);

    expect(ids[0]).toBe(ids[1]);
  });

  it('that did not arrive runs the clock on from its start and brings the ticket back', () => {
    const { change, message } = reply({ ...answer, ticket: dispatched().ticket });
    const timeline = [...opened.entries, ...dispatched().entries, ...change.entries];
    const failed = deliveryFailed({
      ticket: change.ticket,
      message,
      error: '550 5.1.1 no such user',
      folding: { book: aBook(), timeline },
      now: '2026-11-02T10:05:00.000Z',
    });

    expect(failed.ticket).toMatchObject({ status: 'open', dueAt: '2026-11-02T13:00:00.000Z' });
  });
});

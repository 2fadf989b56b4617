import { describe, expect, test } from 'vitest';
import type { Peak } from '../../../schemas/peak.ts';
import type { ServicePromise } from '../../../schemas/promise.ts';
import type { Ticket } from '../../../schemas/ticket.ts';
import type { Message } from '../../../schemas/timeline.ts';
import { aDesk } from '../../../test/make/a-desk.ts';
import { aCustomer } from '../../../test/make/a-ticket.ts';
import { anInbound } from '../../../test/make/an-inbound.ts';
import { defaultPromises } from '../promises/defaults.ts';
import { type DispatchDesk, dispatchTicket, type Given } from './dispatch.ts';
import { openTicket } from './receive.ts';

/** A Monday at nine; hours of a new desk's lines begin then or before. */
const now = '2026-11-02T09:00:02.000Z';
const opened = (over: Partial<Ticket> = {}) => {
  const { ticket, entries } = openTicket({
    inbound: anInbound(),
    customer: aCustomer(),
    number: 1042,
    topic: 'payouts',
    reason: { rule: 'keyword', detail: 'payout' },
    now: '2026-11-02T09:00:01.000Z',
  });
  return { ticket: { ...ticket, ...over }, entries };
};
const dispatched = (
  over: Partial<Ticket> = {},
  { desk = {}, given }: { desk?: Partial<DispatchDesk>; given?: Given } = {},
) => {
  const change = dispatchTicket({
    ...opened(over),
    desk: aDesk(desk),
    isAckAllowed: true,
    given,
    now,
  });
  if (!change) throw new Error('nothing to dispatch');
  const acknowledgement = change.entries.find(
    (entry): entry is Message => entry.type === 'message',
  );
  const events = change.entries.filter((entry) => entry.type === 'event');
  return { ...change, text: acknowledgement?.text ?? '', events };
};

const strict: ServicePromise = {
  ...(defaultPromises[0] as ServicePromise),
  id: 'strict',
  name: 'Strict',
  conditions: { tiers: ['vip'], lines: ['front'] },
  normal: { 'first-reply': { calendar: '24x7', targetSeconds: { normal: 600 } } },
  peak: { 'first-reply': { calendar: '24x7', targetSeconds: { normal: 7200 } } },
};
const forAll: ServicePromise = { ...strict, conditions: {} };

describe('a new ticket of somebody with a standing', () => {
  test('is promised what their tier and its line are promised', () => {
    const { ticket } = dispatched(
      { tier: 'vip' },
      { desk: { promises: [strict, ...defaultPromises] } },
    );

    expect(ticket.clocks?.use?.promise).toBe('strict@1');
    expect(ticket.dueAt).toBe('2026-11-02T09:10:00.000Z');
  });

  test.each([
    ['raised to the least of the tier', 'normal', 'vip', 'high'],
    ['never lowered', 'urgent', 'vip', 'urgent'],
    ['left alone for a tier nobody described', 'normal', 'partner', 'normal'],
    ['left alone for everyone else', 'low', undefined, 'low'],
  ] as const)('has its priority %s', (_, priority, tier, expected) => {
    expect(dispatched({ priority, tier }).ticket).toMatchObject({
      priority: expected,
      clocks: { priority: expected },
    });
  });

  test('keeps the priority that an agent was faster to give', () => {
    const { ticket, entries } = opened({ tier: 'vip', priority: 'low' });
    const data = { from: 'normal', to: 'low' };
    const repriced = { ...event, ticketId: ticket.id, data };

    const change = dispatchTicket({
      ticket,
      entries: [...entries, repriced],
      desk: aDesk(),
      isAckAllowed: true,
      now,
    });

    expect(change?.ticket.priority).toBe('low');
  });
});

const event = {
  type: 'event',
  id: 'evt_0000000000000001',
  kind: 'priority',
  by: { kind: 'agent', name: 'Olga' },
  occurredAt: '2026-11-02T09:00:01.500Z',
} as const;

const peak: Peak = {
  id: 'sale',
  name: '11.11',
  kind: 'planned',
  from: '2026-11-02T09:00:00.000Z',
  to: '2026-11-03T09:00:00.000Z',
  factors: { '*': 3 },
  priorities: { payouts: 'high', '*': 'low' },
  usesPeakPromises: true,
  notice: { en: 'It is 11.11, many people write.', ru: 'Сегодня 11.11, пишут многие.' },
  answers: { payouts: { en: 'Payouts run until Friday.' } },
};

describe('a ticket created in a peak', () => {
  const desk = { peaks: [peak], promises: [forAll] };

  test('is promised the peak profile, and told so', () => {
    const { ticket, text } = dispatched({}, { desk });

    expect(ticket.clocks?.use).toMatchObject({ promise: 'strict@1', profile: 'peak' });
    expect(ticket.expectedAt).toBe('2026-11-02T11:00:00.000Z');
    expect(text).toContain('within 2 hours');
  });

  test.each([
    [
      'the promise has no peak profile',
      { promises: [{ ...forAll, peak: undefined }] },
      'within 10 minutes',
    ],
    [
      'the peak leaves promises alone',
      { peaks: [{ ...peak, usesPeakPromises: false }] },
      'within 10 minutes',
    ],
    [
      'the peak is over',
      { peaks: [{ ...peak, to: '2026-11-02T09:00:00.000Z', from: '2026-11-01T09:00:00.000Z' }] },
      'within 10 minutes',
    ],
    [
      'the peak was ended by hand',
      { peaks: [{ ...peak, endedAt: '2026-11-02T09:00:00.000Z' }] },
      'within 10 minutes',
    ],
  ])('is promised the ordinary one when %s', (_, over, expected) => {
    expect(dispatched({}, { desk: { ...desk, ...over } }).text).toContain(expected);
  });

  test.each([
    ['of its topic', { topic: 'payouts' }, 'high'],
    ['never lower than its own', { topic: 'bug', priority: 'normal' }, 'normal'],
  ] as const)('has the priority %s', (_, over, expected) => {
    expect(dispatched(over, { desk }).ticket.priority).toBe(expected);
  });

  test('is acknowledged with the notice, what is known, and a person to come', () => {
    const { text } = dispatched({}, { desk });

    expect(text.split('\n').filter(Boolean)).toEqual([
      expect.stringContaining('Hello'),
      'your message has reached us. Its number is 1042.',
      'Payouts run until Friday.',
      'It is 11.11, many people write.',
      'You will have an answer from a person within 2 hours.',
      'If you would like to add something, just answer this message.',
      'Kopilka',
    ]);
  });

  test('is acknowledged in the customer’s language, as far as there are words', () => {
    const { text } = dispatched({ language: 'ru', channel: 'chat' }, { desk });

    expect(text).toBe(
      'Мы получили ваше сообщение, номер обращения 1042. Payouts run until Friday. Сегодня 11.11, пишут многие. Ответим в течение 2 часов.',
    );
  });
});

describe('the line of a new ticket', () => {
  const closed = { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] };
  const { lines, calendars } = aDesk();
  const front = { ...lines[0], id: 'front', name: { en: 'Front' }, calendarId: 'closed' };
  const shut = calendars.map((one, at) =>
    at === 0 ? { ...one, id: 'closed', weekdays: closed } : one,
  );
  // Hours that are gone close nobody.
  const second = { ...lines[1], id: 'second', name: { en: 'Second' }, calendarId: 'gone' };
  const overflowing = {
    lines: [{ ...front, outside: 'overflow' as const, overflowTo: 'second' }, second],
    calendars: [...calendars, ...shut.slice(0, 1)],
  };

  test('is where the work of a closed one goes, and the timeline says so', () => {
    const { ticket, events } = dispatched({}, { desk: overflowing });

    expect(ticket).toMatchObject({ line: 'second', lineReason: 'overflow' });
    expect(events).toMatchObject([{ kind: 'overflowed', data: { from: 'front', to: 'second' } }]);
  });

  test('is the one a rule chose, open or not', () => {
    const { ticket, events } = dispatched(
      { line: 'front', lineReason: 'rule' },
      { desk: overflowing },
    );

    expect(ticket).toMatchObject({ line: 'front', lineReason: 'rule' });
    expect(events).toEqual([]);
  });

  test('is by competence where the rule’s line is gone', () => {
    expect(dispatched({ line: 'gone', lineReason: 'rule' }).ticket.line).toBe('front');
  });
});

describe('what the desk hands out', () => {
  const hold = {
    why: 'pushed',
    since: now,
    until: '2026-11-02T09:05:02.000Z',
  } as const;
  const to = { agent: { id: 'agt_olga', name: 'Olga' }, why: 'push', hold } as const;

  test('is in the person’s hands from the first version on, and the clock looks again', () => {
    const { ticket, events } = dispatched({}, { given: { to } });

    expect(ticket).toMatchObject({ assigneeId: 'agt_olga', hold, nextDueAt: hold.until });
    expect(events).toMatchObject([
      { kind: 'assigned', data: { to: 'agt_olga', toName: 'Olga', why: 'push' } },
    ]);
  });

  test('is not taken from whom a rule named', () => {
    const { ticket } = dispatched({ assigneeId: 'agt_ivan' }, { given: { to } });

    expect(ticket.assigneeId).toBe('agt_ivan');
    expect(ticket.hold).toBeUndefined();
  });
});

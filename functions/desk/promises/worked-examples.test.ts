import { describe, expect, it } from 'vitest';
import type { Calendar } from '../../../schemas/calendar.ts';
import type { ClockEvent } from '../../../schemas/clock.ts';
import type { ClockKind, Profile } from '../../../schemas/promise.ts';
import {
  aCalendar,
  aPromise,
  cet,
  created,
  daily,
  HOUR,
  hours,
  the,
} from '../../../test/make/a-promise.ts';
import { preview, type Story } from './preview.ts';

const LATER = cet('next-Mon 23:00');

/** The instances of one kind in a story, in brief. */
function clocks(
  kind: ClockKind,
  normal: Profile,
  events: Story['events'],
  { calendar = aCalendar(), now = LATER }: { calendar?: Calendar; now?: string } = {},
) {
  const { instances } = preview({
    promise: aPromise({ normal }),
    calendars: [calendar],
    events,
    now,
  });
  return instances.filter((i) => i.kind === kind);
}

function firstReply(seconds: number, calendar: string = 'office'): Profile {
  return { 'first-reply': { calendar, targetSeconds: { normal: seconds } } };
}

/** When a ticket created at `at` is due, `seconds` of business time later. */
function dueOf(at: string, seconds: number, calendar?: Calendar): string | undefined {
  return clocks('first-reply', firstReply(seconds), [created(at)], { calendar, now: at })[0]?.dueAt;
}

function resolution(variant: 'waiting' | 'agent' | 'total'): Profile {
  return { resolution: { variant, calendar: '24x7', targetSeconds: { normal: 8 * HOUR } } };
}

describe('worked examples of sla.md', () => {
  it('1: an hour from Friday 16:30 is due on Monday 09:30', () => {
    expect(dueOf(cet('Fri 16:30'), HOUR)).toBe(cet('next-Mon 09:30'));
  });

  it('2: what is created before opening or on Saturday starts at the opening', () => {
    expect(dueOf(cet('Wed 07:00'), 2 * HOUR)).toBe(cet('Wed 11:00'));
    expect(dueOf(cet('Sat 12:00'), HOUR)).toBe(cet('next-Mon 10:00'));
  });

  it('3: a target used up at closing is due at closing; what comes at closing waits for the opening', () => {
    expect(dueOf(cet('Fri 16:00'), HOUR)).toBe(cet('Fri 17:00'));
    expect(dueOf(cet('Fri 17:00:00'), HOUR)).toBe(cet('next-Mon 10:00'));
  });

  it('4: a lunch break does not count', () => {
    const calendar = aCalendar({ weekdays: daily('09:00-12:00', '13:30-18:00') });

    expect(dueOf(cet('Mon 11:30'), HOUR, calendar)).toBe(cet('Mon 14:00'));
    expect(dueOf(cet('Mon 12:30'), HOUR, calendar)).toBe(cet('Mon 14:30'));
  });

  it('5: holidays close the day or reduce it', () => {
    const friday = { name: 'Day off', date: '2026-11-20', yearly: false };
    const closed = aCalendar({ holidays: [{ ...friday, windows: [] }] });
    const reduced = aCalendar({ holidays: [{ ...friday, windows: hours('09:00-12:00') }] });

    expect(dueOf(cet('Thu 16:00'), 2 * HOUR, closed)).toBe(cet('next-Mon 10:00'));
    expect(dueOf(cet('Thu 16:00'), 2 * HOUR, reduced)).toBe(cet('Fri 10:00'));
  });

  it('6 and 7: the hour that clocks skip is not counted, the one they repeat counts twice', () => {
    const nights = { ...daily(), sun: hours('01:00-05:00') };
    const calendar = aCalendar({ weekdays: nights });

    expect(dueOf('2026-03-29T00:00:00.000Z', 3 * HOUR, calendar)).toBe('2026-03-29T03:00:00.000Z');
    expect(dueOf('2026-10-24T23:00:00.000Z', 4 * HOUR, calendar)).toBe('2026-10-25T03:00:00.000Z');
  });

  it('8: calendar time is real time', () => {
    const [clock] = clocks('first-reply', firstReply(24 * HOUR, '24x7'), [
      created('2026-03-28T11:00:00.000Z'),
    ]);

    expect(clock?.dueAt).toBe('2026-03-29T11:00:00.000Z');
  });

  it('9: a night is two windows, and 24:00 meets the next day', () => {
    const night = aCalendar({ weekdays: daily('22:00-24:00', '00:00-06:00') });
    const second = aCalendar({ weekdays: daily('12:00-24:00') });

    expect(dueOf(cet('Mon 23:00'), 3 * HOUR, night)).toBe(cet('Tue 02:00'));
    expect(dueOf(cet('Mon 23:30'), HOUR, second)).toBe(cet('Tue 12:30'));
  });

  it('10: next reply runs from the oldest unanswered message, a new instance each time', () => {
    const profile: Profile = {
      'next-reply': { calendar: '24x7', targetSeconds: { normal: HOUR } },
    };

    const told = clocks(
      'next-reply',
      profile,
      [
        created(cet('Mon 08:00')),
        the.humanReplies(cet('Mon 08:30')),
        the.customerWrites(cet('Mon 10:00')),
        the.customerWrites(cet('Mon 10:20')),
        the.humanReplies(cet('Mon 10:50')),
        the.customerWrites(cet('Mon 12:00')),
      ],
      { now: cet('Mon 12:30') },
    );

    expect(told.map((i) => [i.dueAt, i.state])).toEqual([
      [cet('Mon 11:00'), 'met'],
      [cet('Mon 13:00'), 'running'],
    ]);
  });

  it.each([
    ['waiting', 'waiting', 'Mon 21:00'],
    ['waiting', 'on_hold', 'Mon 17:00'],
    ['agent', 'on_hold', 'Mon 21:00'],
    ['total', 'waiting', 'Mon 17:00'],
    ['total', 'on_hold', 'Mon 17:00'],
  ] as const)('11 and 12: the %s variant in status %s is due %s', (variant, status, due) => {
    const events: Story['events'] = [
      created(cet('Mon 09:00')),
      the.statusIs(cet('Mon 11:00'), status),
      the.statusIs(cet('Mon 15:00'), 'open'),
    ];

    const [clock] = clocks('resolution', resolution(variant), events, { now: cet('Mon 15:00') });

    expect(clock?.dueAt).toBe(cet(due));
  });

  it('13: a reopened resolution goes on with what was left, and the message asks for a next reply', () => {
    const profile: Profile = {
      ...firstReply(HOUR, '24x7'),
      'next-reply': { calendar: '24x7', targetSeconds: { normal: HOUR } },
      ...resolution('waiting'),
    };
    const events: Story['events'] = [
      created(cet('Mon 08:00')),
      the.humanReplies(cet('Mon 08:10')),
      the.statusIs(cet('Mon 13:00'), 'closed'),
      the.customerWrites(cet('Mon 15:00')),
    ];

    const of = (kind: ClockKind) => clocks(kind, profile, events, { now: cet('Mon 15:00') });

    expect(of('resolution').map((i) => i.dueAt)).toEqual([cet('Mon 18:00')]);
    expect(of('first-reply').map((i) => i.state)).toEqual(['met']);
    expect(of('next-reply').map((i) => i.startedAt)).toEqual([cet('Mon 15:00')]);
  });

  it('14: closed by a robot, the human first reply counts from the reopening message', () => {
    const told = clocks('first-reply', firstReply(HOUR), [
      created(cet('Mon 09:00')),
      the.robotReplies(cet('Mon 09:04')),
      the.statusIs(cet('Mon 09:05'), 'closed'),
      the.customerWrites(cet('Fri 14:00')),
      the.humanReplies(cet('Fri 14:10')),
    ]);

    expect(told.map((i) => [i.startedAt, i.endedAt, i.state])).toEqual([
      [cet('Mon 09:00'), cet('Mon 09:05'), 'cancelled'],
      [cet('Fri 14:00'), cet('Fri 14:10'), 'met'],
    ]);
  });

  it.each([
    ['Mon 10:00', 'Mon 11:00', undefined],
    ['Mon 12:00', 'Mon 11:00', 'Mon 12:00'],
  ])('15: urgent at %s picks the target from the start', (changedAt, due, breachedAt) => {
    const target = { calendar: '24x7', targetSeconds: { normal: 8 * HOUR, urgent: 2 * HOUR } };
    const events: Story['events'] = [
      created(cet('Mon 09:00')),
      the.priorityIs(cet(changedAt), 'urgent'),
      the.priorityIs(cet('Mon 12:30'), 'normal'),
    ];
    const now = cet(changedAt);

    const told = preview({
      promise: aPromise({ normal: { 'first-reply': target } }),
      calendars: [],
      events,
      now,
    });

    expect(told.instances[0]?.dueAt).toBe(cet(due));
    expect(told.instances[0]?.breachedAt).toBe(breachedAt && cet(breachedAt));
    const breaches = told.alerts.filter((a) => a.what === 'breach');
    expect(breaches.map((a) => a.priority)).toEqual(breachedAt ? ['urgent'] : []);
  });

  it.each([
    ['Mon 10:00:00', 'met'],
    ['Mon 10:00:01', 'missed'],
  ])('16: a reply at %s to a due of 10:00 is %s', (at, state) => {
    const reply: ClockEvent = the.humanReplies(cet(at));

    const [clock] = clocks('first-reply', firstReply(HOUR), [created(cet('Mon 09:00')), reply]);

    expect(clock?.state).toBe(state);
  });

  it('17: after an outage a breach has its true due time, is announced once and marked late', () => {
    const told = [10, 20, 30].map((minute) =>
      preview({
        promise: aPromise({ normal: firstReply(HOUR) }),
        calendars: [aCalendar()],
        events: [created(cet(`Mon 09:${minute}`))],
        now: cet('Mon 11:00'),
      }).alerts.filter((a) => a.announce),
    );

    expect(told.flat().map((a) => [a.what, a.at, a.late])).toEqual([
      ['breach', cet('Mon 10:10'), true],
      ['breach', cet('Mon 10:20'), true],
      ['breach', cet('Mon 10:30'), true],
    ]);
  });
});

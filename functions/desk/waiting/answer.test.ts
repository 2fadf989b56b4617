import { describe, expect, test } from 'vitest';
import type { Calendar } from '../../../schemas/calendar.ts';
import { anAgent } from '../../../test/make/a-ticket.ts';
import { defaultLines } from '../defaults/lines.ts';
import { defaultTopics } from '../defaults/topics.ts';
import { defaultCalendars } from '../promises/defaults.ts';
import { answerOf, type DeskNow } from './answer.ts';
import { toldOf } from './told.ts';

/** A Wednesday. */
const noon = '2026-11-11T12:00:00.000Z';
const midnight = '2026-11-11T23:00:00.000Z';
const hour = 3600;
const weekdays = (opens: string, closes: string): Calendar['weekdays'] => {
  const day = [{ opens, closes }];
  return { mon: day, tue: day, wed: day, thu: day, fri: day, sat: day, sun: day };
};
const dayShift: Calendar = {
  id: 'day-shift',
  version: 1,
  name: 'Day',
  timeZone: 'UTC',
  weekdays: weekdays('08:00', '16:00'),
  holidays: [],
};
const olga = anAgent({ id: 'agt_olga', lines: ['front', 'second'], shiftId: 'day-shift' });
const aDesk = (over: Partial<DeskNow> = {}): DeskNow => ({
  counted: { queues: [], loads: [], arrivals: undefined },
  agents: [olga],
  presences: [],
  lists: {
    topics: defaultTopics,
    lines: defaultLines,
    calendars: [...defaultCalendars('UTC'), dayShift],
    peaks: [],
  },
  ...over,
});
const ask = (desk: DeskNow, over: Partial<Parameters<typeof answerOf>[1]> = {}) =>
  answerOf(desk, { topic: 'payouts', line: 'front', now: noon, ...over });
const aQueue = (topic: string, waiting: number) => ({
  topic,
  active: waiting,
  unassigned: waiting,
  postponed: 0,
  breached: 0,
  ...(waiting > 0 && { unassignedAt: '2026-11-11T11:00:00.000Z' }),
});
const there = { state: 'available', since: noon, by: 'self', version: 1 } as const;

describe('the expected answer', () => {
  test('is some minutes where somebody is free', () => {
    expect(ask(aDesk())).toEqual({
      seconds: 15 * 60,
      workingDaySeconds: undefined,
      at: '2026-11-11T12:15:00.000Z',
    });
  });

  test('grows with the queues of all topics that the same people serve', () => {
    const loads = [{ agentId: 'agt_olga', tickets: 1, chats: 0, taken: 100, day: '2026-11-11' }];
    const counted = { queues: [aQueue('how-to', 40)], loads, arrivals: undefined };

    expect(ask(aDesk({ counted }))).toMatchObject({ seconds: 3 * hour });
  });

  test('does not grow with queues of others', () => {
    const counted = { queues: [aQueue('partnership', 400)], loads: [], arrivals: undefined };

    expect(ask(aDesk({ counted }))).toMatchObject({ seconds: 15 * 60 });
  });

  test('waits for the morning shift at night', () => {
    expect(ask(aDesk(), { now: midnight })).toMatchObject({
      seconds: 10 * hour,
      at: '2026-11-12T09:00:00.000Z',
    });
  });

  test('counts the open hours of a line that closes, from opening', () => {
    const answer = ask(aDesk(), {
      topic: 'parcels',
      line: 'second',
      now: '2026-11-12T02:00:00.000Z',
    });

    expect(answer).toMatchObject({ workingDaySeconds: 12 * hour, at: '2026-11-12T12:05:00.000Z' });
  });

  test('does not count on somebody who is ill until the next shift', () => {
    const presences = [{ ...there, agentId: 'agt_olga', state: 'off' as const }];

    expect(ask(aDesk({ presences }))).toMatchObject({ seconds: 24 * hour });
  });

  test('is unknown where nobody has a shift or is there', () => {
    const agents = [anAgent({ lines: ['front'] })];

    expect(ask(aDesk({ agents }))).toEqual({ atLeast: 0 });
    expect(ask(aDesk({ agents: [] }))).toEqual({ atLeast: 0 });
  });

  test('counts on somebody without a shift while they are there, and no longer', () => {
    const agents = [anAgent({ id: 'agt_ivan', lines: ['front'] })];
    const presences = [{ ...there, agentId: 'agt_ivan' }];
    const counted = { queues: [aQueue('payouts', 400)], loads: [], arrivals: undefined };

    expect(ask(aDesk({ agents, presences }))).toMatchObject({ seconds: 15 * 60 });
    expect(ask(aDesk({ agents, presences, counted }))).toEqual({ atLeast: 8 * hour });
  });

  test('does not count on who has taken a day’s measure', () => {
    const loads = [{ agentId: 'agt_olga', tickets: 0, chats: 0, taken: 160, day: '2026-11-11' }];
    const counted = { queues: [], loads, arrivals: undefined };
    const { lists } = aDesk();
    const lines = defaultLines.map((line) => ({ ...line, capacity: { perDay: 160 } }));

    expect(ask(aDesk({ counted, lists: { ...lists, lines } }))).toMatchObject({
      seconds: 24 * hour,
    });
  });

  test('does not count on admins who answer nothing', () => {
    const agents = [anAgent({ lines: [], shiftId: 'day-shift' })];
    const loads = [{ agentId: 'agt_olga', tickets: 0, chats: 0, taken: 3, day: '2026-11-11' }];

    expect(ask(aDesk({ agents }))).toEqual({ atLeast: 0 });
    expect(
      ask(aDesk({ agents, counted: { queues: [], loads, arrivals: undefined } })),
    ).toHaveProperty('at');
  });
});

describe('what is told', () => {
  const answer = { seconds: 2 * hour, at: '2026-11-11T14:00:00.000Z' };
  const promised = { seconds: 4 * hour, at: '2026-11-11T16:00:00.000Z' };

  test.each([
    ['what is expected', answer, promised, answer],
    ['what is expected, longer than promised or not', promised, answer, promised],
    ['the promise where nothing is known', { atLeast: 0 }, promised, promised],
    ['the promise where nobody asked', undefined, promised, promised],
    ['no time where it takes longer than promised', { atLeast: 5 * hour }, promised, undefined],
    ['the promise where it may be kept', { atLeast: 4 * hour }, promised, promised],
    ['nothing where nothing is promised', { atLeast: 0 }, undefined, undefined],
  ])('is %s', (_, expected, promise, told) => {
    expect(toldOf(expected, promise, noon)).toEqual(told);
  });
});

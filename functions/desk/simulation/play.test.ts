import { describe, expect, test } from 'vitest';
import { SimulatedDay } from '../../../schemas/simulation.ts';
import { aTicket } from '../../../test/make/a-ticket.ts';
import { fc } from '../../../test/make/fast-check.ts';
import { topicOrderOf } from '../../dynamo/keys.ts';
import { arrivalsOf } from './arrivals.ts';
import { play } from './play.ts';
import { reportOf } from './report.ts';
import { setStage } from './stage.ts';
import { byUrgency } from './waiting-room.ts';

const hour = 3600;
const start = '2026-11-11T00:00:00.000Z';
const begins = Date.parse(start) / 1000;

/** One person of the front line, an easy ticket every ten minutes, for a day. */
const aDay = (over: object = {}) =>
  SimulatedDay.parse({
    name: 'a day',
    seed: 7,
    start,
    topics: [
      {
        id: 'payouts',
        line: 'front',
        perHour: 6,
        handling: { medianMinutes: 3, p90Minutes: 5 },
      },
    ],
    agents: [{ name: 'all', count: 1, lines: ['front'] }],
    ...over,
  });
const played = (over: object = {}) => {
  const stage = setStage(aDay(over));
  return play({ stage, arrivals: arrivalsOf(stage.day), policy: 'longest-queue' });
};
const always = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const hours = (id: string, opens: string, closes: string) => ({
  id,
  version: 1,
  name: id,
  timeZone: 'UTC',
  weekdays: Object.fromEntries(always.map((day) => [day, [{ opens, closes }]])),
  holidays: [],
});

describe('a day that is played', () => {
  test('answers one after the other, each once, and nobody does two things at once', () => {
    const { tickets, takings, people } = played();
    const answered = tickets.filter(({ answeredAt }) => answeredAt !== undefined);
    const spans = answered.map(({ takenAt = 0, answeredAt = 0 }) => [takenAt, answeredAt] as const);

    expect(answered.length).toBeGreaterThan(100);
    expect(new Set(takings.map(({ ticket }) => ticket.number)).size).toBe(takings.length);
    expect(spans.every(([from], i) => i === 0 || from >= (spans[i - 1]?.[1] ?? 0))).toBe(true);
    expect(people[0]?.busySeconds).toBeLessThan(24 * hour);
  });

  test('leaves the work of a closed line until it opens, though its people wait', () => {
    const { takings } = played({
      lines: [
        { id: 'front', name: { en: 'Front' }, calendarId: 'late' },
        { id: 'second', name: { en: 'Second' }, calendarId: 'front' },
      ],
      calendars: [hours('late', '10:00', '24:00')],
      agents: [{ name: 'all', count: 1, lines: ['front', 'second'] }],
    });

    expect(takings[0]?.at).toBe(begins + 10 * hour);
  });

  test('gives nobody more than a day’s measure', () => {
    const front = { id: 'front', name: { en: 'Front' }, calendarId: 'front' };

    const { takings } = played({ days: 2, lines: [{ ...front, capacity: { perDay: 20 } }] });

    expect(takings).toHaveLength(40);
    expect(takings[20]?.at).toBe(begins + 24 * hour);
  });

  test('gives what somebody has begun back when they fall ill', () => {
    const ill = { name: 'ill', count: 1, lines: ['front'] };
    const away = [{ from: '2026-11-11T12:00:00.000Z', to: '2026-11-12T00:00:00.000Z' }];

    const { tickets, takings } = played({
      agents: [
        { ...ill, away },
        { name: 'other', count: 1, lines: ['front'], shiftId: 'late' },
      ],
      calendars: [hours('late', '13:00', '24:00')],
      topics: [
        { ...aDay().topics[0], perHour: 60, handling: { medianMinutes: 30, p90Minutes: 40 } },
      ],
    });
    const twice = tickets.filter(
      ({ number }) => takings.filter(({ ticket }) => ticket.number === number).length === 2,
    );

    expect(twice).toHaveLength(1);
    expect(twice[0]?.takenAt).toBeGreaterThanOrEqual(begins + 13 * hour);
  });

  test('counts who has no answer with the wait until its end, and as broken when due', () => {
    const nobody = { name: 'none', count: 1, lines: ['front'], shiftId: 'late' };
    const over = { agents: [nobody], calendars: [hours('late', '23:59', '24:00')] };
    const stage = setStage(aDay(over));

    const { total } = reportOf(stage, played(over), 'longest-queue');

    expect(total.wait.max).toBeGreaterThan(23 * hour);
    // Payouts are promised in four hours, so only those of the last four are not late.
    expect(total.breaches).toBeGreaterThan(100);
    expect(total.inTime).toBeLessThan(0.05);
  });
});

test('inside a topic the order is that of the work list', () => {
  const anInstant = fc
    .integer({ min: 0, max: 1_000_000 })
    .map((seconds) => new Date((begins + seconds) * 1000).toISOString());
  const aWaiting = fc.record({
    number: fc.integer({ min: 1, max: 9 }),
    waitingSince: anInstant,
    dueAt: fc.option(anInstant, { nil: undefined }),
  });
  const orderOf = ({
    number,
    ...times
  }: {
    number: number;
    waitingSince: string;
    dueAt?: string;
  }) => topicOrderOf(aTicket({ id: `tkt_${number}`, number, ...times }), 'active');

  fc.assert(
    fc.property(aWaiting, aWaiting, (a, b) => {
      const asWaiting = { topic: 'payouts', priority: 'normal' } as const;
      const [first, second] = [orderOf(a), orderOf(b)];

      const compared = byUrgency({ ...asWaiting, ...a }, { ...asWaiting, ...b });

      expect(Math.sign(compared)).toBe(first < second ? -1 : first > second ? 1 : 0);
    }),
  );
});

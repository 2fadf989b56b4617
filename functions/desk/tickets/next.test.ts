import { describe, expect, test } from 'vitest';
import { fc } from '../../../test/make/fast-check.ts';
import type { QueueCount } from '../stores.ts';
import { mayTake, patienceMinutes, topicsInOrder } from './next.ts';

const start = Date.parse('2026-11-11T09:00:00.000Z');
const minutes = (count: number) => new Date(start + count * 60_000).toISOString();
const aQueue = (topic: string, unassigned: number, oldest = 0, held = 0): QueueCount => ({
  topic,
  active: unassigned + held,
  unassigned,
  postponed: 0,
  breached: 0,
  ...(unassigned > 0 && { unassignedAt: minutes(oldest) }),
  oldestAt: minutes(held > 0 ? -5000 : oldest),
});

describe('the next topic', () => {
  test('is the longest queue', () => {
    const queues = [aQueue('bugs', 2), aQueue('payouts', 9), aQueue('fraud', 0)];

    expect(topicsInOrder(queues)).toEqual(['payouts', 'bugs', 'fraud']);
  });

  test('is of equally long ones the one whose oldest waits longest', () => {
    expect(topicsInOrder([aQueue('bugs', 3, 10), aQueue('payouts', 3, 5)])[0]).toBe('payouts');
  });

  test('counts a queue as often as the peak says', () => {
    const queues = [aQueue('bugs', 9), aQueue('payouts', 4)];

    expect(topicsInOrder(queues, undefined, { weights: { payouts: 3 } })[0]).toBe('payouts');
    expect(topicsInOrder(queues, undefined, { weights: { '*': 3 } })[0]).toBe('bugs');
  });

  test('is one of those somebody may serve', () => {
    expect(topicsInOrder([aQueue('bugs', 2), aQueue('payouts', 9)], ['bugs'])).toEqual(['bugs']);
  });

  test('is a short one whose oldest waited half an hour longer', () => {
    const forgotten = aQueue('fraud', 1, 0);
    const almost = aQueue('bugs', 1, 1);
    const longest = aQueue('payouts', 90, patienceMinutes + 0.5);

    expect(topicsInOrder([longest, almost, forgotten])).toEqual(['fraud', 'payouts', 'bugs']);
  });

  test('is not pressed for by what a colleague has held for days', () => {
    expect(topicsInOrder([aQueue('payouts', 90, 0), aQueue('bugs', 1, 5, 3)])[0]).toBe('payouts');
  });
});

describe('a ticket', () => {
  test.each([
    [{ status: 'open' }, true],
    [{ status: 'open', assigneeId: 'agt_ann' }, false],
    [{ status: 'waiting' }, false],
    [{ status: 'spam' }, false],
  ] as const)('%o may be handed out: %s', (ticket, expected) => {
    expect(mayTake(ticket)).toBe(expected);
  });
});

type Load = { readonly parts: readonly number[]; readonly rate: number; readonly seed: number };

/** How much longer than the oldest of the longest queue anybody waited; one ticket is answered a minute. */
const worstLag = ({ parts, rate, seed }: Load, patience: number): number => {
  const rows = parts.map((): number[] => []);
  const whole = parts.reduce((sum, part) => sum + part, 0);
  let [chance, due, worst] = [seed, 0, 0];
  const next = () => (chance = (chance * 48_271) % 2_147_483_647) / 2_147_483_647;
  for (let minute = 0; minute < 1_000; minute += 1) {
    for (due += rate; due >= 1; due -= 1) {
      let rest = next() * whole;
      rows[parts.findIndex((part) => (rest -= part) < 0)]?.push(minute);
    }
    const queues = rows.map((row, topic) => aQueue(String(topic), row.length, row[0] ?? 0));
    const lengths = rows.map(({ length }) => length);
    const longest = rows[lengths.indexOf(Math.max(...lengths))]?.[0] ?? minute;
    for (const row of rows) worst = Math.max(worst, longest - (row[0] ?? minute));
    rows[Number(topicsInOrder(queues, undefined, { patience })[0])]?.shift();
  }
  return worst;
};

describe('under any load', () => {
  const load: fc.Arbitrary<Load> = fc.record({
    parts: fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 2, maxLength: 8 }),
    /** Messages a minute: at two to one queues grow without end. */
    rate: fc.double({ min: 0.5, max: 2, noNaN: true }),
    seed: fc.integer({ min: 1, max: 2 ** 30 }),
  });

  test('no topic waits an hour longer than the longest queue', () => {
    fc.assert(
      fc.property(load, (some) => {
        expect(worstLag(some, patienceMinutes)).toBeLessThanOrEqual(2 * patienceMinutes);
      }),
      { numRuns: 40 },
    );
  });

  test('length alone would let a topic of few wait for most of the day', () => {
    const peak = { parts: [40, 1], rate: 2, seed: 11 };

    expect(worstLag(peak, Number.POSITIVE_INFINITY)).toBeGreaterThan(8 * 60);
    expect(worstLag(peak, patienceMinutes)).toBeLessThanOrEqual(patienceMinutes + 5);
  });
});

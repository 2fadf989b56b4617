import { describe, expect, test } from 'vitest';
import { turnStore } from '../../functions/dynamo/turns.ts';
import { aTable } from './a-table.ts';

const now = '2026-11-22T11:00:00.000Z';
const at = (seconds: number) => new Date(Date.parse(now) + seconds * 1000).toISOString();
const secondsOf = (instant: string) => (Date.parse(instant) - Date.parse(now)) / 1000;
const rate = { perSecond: 2, burst: 3 };

describe('the turns of a connection', () => {
  test('let a burst go at once, then come evenly', async () => {
    const turns = turnStore(await aTable());

    const given: string[] = [];
    for (let asked = 0; asked < 6; asked += 1)
      given.push(await turns.take({ connectionId: 'bot', rate, now }));

    expect(given.map(secondsOf)).toEqual([0, 0, 0, 0.5, 1, 1.5]);
  });

  test('never exceed the rate, however many deliverers ask at the same moment', async () => {
    const turns = turnStore(await aTable());

    const given = await Promise.all(
      Array.from({ length: 60 }, () => turns.take({ connectionId: 'bot', rate, now })),
    );

    const seconds = given.map(secondsOf).toSorted((a, b) => a - b);
    for (const [index, from] of seconds.entries())
      for (const [later, to] of seconds.slice(index).entries())
        expect(later + 1).toBeLessThanOrEqual(rate.burst + (to - from) * rate.perSecond);
    expect(seconds.at(-1)).toBe(28.5);
  });

  test('are given anew after a rest', async () => {
    const turns = turnStore(await aTable());
    for (let asked = 0; asked < 5; asked += 1) await turns.take({ connectionId: 'bot', rate, now });

    const rested = await Promise.all(
      [1, 2, 3].map(() => turns.take({ connectionId: 'bot', rate, now: at(60) })),
    );

    expect(rested.map(secondsOf)).toEqual([60, 60, 60]);
  });

  test('of one connection keep no other waiting', async () => {
    const turns = turnStore(await aTable());
    await Promise.all(
      Array.from({ length: 20 }, () => turns.take({ connectionId: 'bot', rate, now })),
    );

    expect(await turns.take({ connectionId: 'shop', rate, now })).toBe(now);
  });

  test('begin behind a closing, one after the other', async () => {
    const turns = turnStore(await aTable());
    await turns.close({ connectionId: 'bot', rate, until: at(10) });

    const given: string[] = [];
    for (let asked = 0; asked < 3; asked += 1)
      given.push(await turns.take({ connectionId: 'bot', rate, now }));

    expect(given.map(secondsOf)).toEqual([10, 10.5, 11]);
    expect(await turns.closedUntil('bot')).toBe(at(10));
  });

  test('behind a row that is longer than the closing stay as they were given', async () => {
    const turns = turnStore(await aTable());
    await Promise.all(
      Array.from({ length: 43 }, () => turns.take({ connectionId: 'bot', rate, now })),
    );

    await turns.close({ connectionId: 'bot', rate, until: at(5) });

    expect(secondsOf(await turns.take({ connectionId: 'bot', rate, now }))).toBe(20.5);
    expect(await turns.closedUntil('bot')).toBe(at(5));
  });

  test('cost one write where nobody waits', async () => {
    const table = await aTable();
    const take = () => turnStore(table).take({ connectionId: 'bot', rate, now });

    const first = await table.meter.measure(take);

    expect([first.units, first.requests]).toEqual([1, 1]);
  });
});

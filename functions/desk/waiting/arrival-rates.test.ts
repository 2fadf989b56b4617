import { describe, expect, test } from 'vitest';
import type { Peak } from '../../../schemas/peak.ts';
import { arrivalRates } from './arrival-rates.ts';

const at = (instant: string) => Date.parse(instant) / 1000;
const now = at('2026-11-11T12:00:00.000Z');
const evening = at('2026-11-11T18:00:00.000Z');
const usual: number[] = Array.from({ length: 24 }, (_, hour) => (hour === 18 ? 30 : 10));
const until = (hour: number, count: number) =>
  Array.from({ length: 24 }, (_, index) => (index < hour ? count : 0));
const days = ['2026-11-08', '2026-11-09', '2026-11-10'];
const arrivals = (today: number[], topics = usual) => ({
  since: '2026-11-01T00:00:00.000Z',
  days: [
    ...days.map((day) => ({ day, topics: { bug: topics } })),
    { day: '2026-11-11', topics: { bug: today } },
  ],
});
const sale: Peak = {
  id: 'sale',
  name: 'Sale',
  kind: 'planned',
  from: '2026-11-11T16:00:00.000Z',
  to: '2026-11-12T00:00:00.000Z',
  factors: { '*': 3 },
  usesPeakPromises: false,
};

describe('what is expected to come in an hour', () => {
  test('is what came in it on the last days', () => {
    const rate = arrivalRates({ arrivals: arrivals(until(12, 10)), peaks: [], now });

    expect(rate('bug', evening)).toBeCloseTo(30);
    expect(rate('bug', now)).toBeCloseTo(10);
    expect(rate('legal', evening)).toBe(0);
  });

  test('is more when more came in the last hours', () => {
    const rate = arrivalRates({ arrivals: arrivals(until(12, 40)), peaks: [], now });

    expect(rate('bug', evening)).toBeGreaterThan(90);
  });

  test('is hardly more because of a few more than none', () => {
    const rare = usual.map(() => 1);

    const rate = arrivalRates({ arrivals: arrivals(until(12, 2), rare), peaks: [], now });

    expect(rate('bug', evening)).toBeLessThan(1.5);
  });

  test('is a peak’s multiple while it lasts', () => {
    const rate = arrivalRates({ arrivals: arrivals(until(12, 10)), peaks: [sale], now });

    expect(rate('bug', evening)).toBeCloseTo(90);
    expect(rate('bug', evening + 7 * 3600)).toBeCloseTo(10);
  });

  test('is on a new desk what came in the last hours', () => {
    const young = { since: '2026-11-11T09:00:00.000Z', days: arrivals(until(12, 8)).days.slice(3) };

    expect(arrivalRates({ arrivals: young, peaks: [], now })('bug', evening)).toBeCloseTo(8);
    expect(arrivalRates({ arrivals: undefined, peaks: [], now })('bug', evening)).toBe(0);
  });
});

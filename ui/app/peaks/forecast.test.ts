import { describe, expect, it } from 'vitest';
import type { TopicForecast } from '../../../schemas/peak.ts';
import { axisEnd, bandPath, daysOf, lackOf, linePath, seriesOf, weekOf } from './forecast.ts';

const hour = (at: string, expected: number) => ({
  at: `2026-11-${at}:00:00.000Z`,
  expected,
  low: expected / 2,
  high: expected * 2,
});
const aForecast = (topic: string, expected: number[], error?: number): TopicForecast => ({
  topic,
  hours: expected.map((value, index) => hour(`22T0${index}`, value)),
  weeks: 8,
  ...(error !== undefined && { error }),
});
const topics = [aForecast('payouts', [4, 8], 0.1), aForecast('bug', [2, 2], 0.4)];

describe('the forecast', () => {
  it('of one topic stands beside what came, as far as it came', () => {
    const { hours, error } = seriesOf({ topics, arrived: { payouts: [5] } }, 'payouts');

    expect(hours.map(({ expected, arrived }) => [expected, arrived])).toEqual([
      [4, 5],
      [8, undefined],
    ]);
    expect(error).toBe(0.1);
  });

  it('of all topics is their sum, its error their mean by what is expected', () => {
    const { hours, error } = seriesOf({ topics, arrived: { payouts: [5], bug: [1] } }, '*');

    expect(hours[0]).toMatchObject({ expected: 6, low: 3, high: 12, arrived: 6 });
    expect(error).toBeCloseTo((0.1 * 12 + 0.4 * 4) / 16);
  });

  it('says nothing of its error before there are weeks enough', () => {
    expect(seriesOf({ topics: [aForecast('bug', [1])], arrived: {} }, '*').error).toBeUndefined();
  });

  it('of nothing is empty', () => {
    expect(seriesOf({ topics: [], arrived: {} }, '*')).toEqual({ hours: [], weeks: 0 });
  });

  it('adds up by day, and knows which day is over', () => {
    const hours = [
      { ...hour('22T22', 4), arrived: 3 },
      { ...hour('22T23', 4), arrived: 2 },
      { ...hour('23T00', 6), arrived: 9 },
      hour('23T01', 6),
    ];

    expect(daysOf(hours, 'UTC')).toMatchObject([
      { day: '2026-11-22', expected: 8, arrived: 5, isOver: true },
      { day: '2026-11-23', expected: 12, arrived: 9, isOver: false },
    ]);
    expect(daysOf(hours, 'Europe/Berlin').map(({ day }) => day)).toEqual([
      '2026-11-22',
      '2026-11-23',
    ]);
    expect(daysOf(hours, 'Europe/Berlin')[1]?.hours).toHaveLength(3);
  });
});

describe('a week', () => {
  it('begins at midnight by the desk’s clock', () => {
    const hours = ['21T22', '21T23', '22T00', '28T22', '28T23'].map((at) => hour(at, 1));

    expect(
      weekOf(hours, { from: '2026-11-22', zone: 'Europe/Berlin' }).map(({ at }) => at.slice(8, 13)),
    ).toEqual(['21T23', '22T00', '28T22']);
  });
});

describe('the chart', () => {
  it.each([
    [0.2, 4],
    [4, 4],
    [5, 8],
    [21, 24],
    [108, 120],
    [190, 200],
  ])('ends at a round number: %f at %i', (high, end) => {
    expect(axisEnd([{ ...hour('22T00', 0), high }])).toBe(end);
  });

  it('has room for what came, too', () => {
    expect(axisEnd([{ ...hour('22T00', 1), arrived: 70 }])).toBe(80);
  });

  it('draws the expected number through the middle of each hour', () => {
    expect(linePath([hour('22T00', 1), hour('22T01', 4)], 4)).toBe('M0.5 75L1.5 0');
  });

  it('draws the range there and back', () => {
    expect(bandPath([hour('22T00', 1), hour('22T01', 2)], 4)).toBe(
      'M0.5 50L1.5 0L1.5 75L0.5 87.5Z',
    );
    expect(bandPath([], 4)).toBe('');
  });
});

describe('a day’s staffing', () => {
  const day = { day: '2026-11-22', expected: 320, high: 480, people: 2, peopleHigh: 3 };

  it.each([
    [1, { n: 1, isHigh: false }],
    [2, { n: 1, isHigh: true }],
    [3, undefined],
  ])('with %i planned', (planned, lack) => {
    expect(lackOf({ ...day, planned })).toEqual(lack);
  });
});

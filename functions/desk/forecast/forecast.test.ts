import { describe, expect, it } from 'vitest';
import type { ArrivalDay } from '../../../schemas/peak.ts';
import { aPeak } from '../../../test/make/a-peak.ts';
import { arrivalDays, rateAt, weeksBefore } from '../../../test/make/arrivals.ts';
import { dayAfter, epochHour } from '../peaks/days.ts';
import { forecastDesk, topicForecasts } from './forecast.ts';

const today = '2026-11-23';
const until = epochHour(`${today}T00:00:00.000Z`);
const topics = { payouts: 12, bugs: 3, legal: 0.3 };
const names = Object.keys(topics);
const week = Array.from({ length: 168 }, (_, index) => until + index);

type Question = Partial<Parameters<typeof forecastDesk>[0]> & { days: readonly ArrivalDay[] };
const forecastOf = (question: Question) =>
  forecastDesk({ topics: names, zone: 'UTC', peaks: [], until, ...question });

/** Sum of absolute errors ÷ sum of arrivals over the week to come. */
const wape = (
  actual: readonly ArrivalDay[],
  expected: (topic: string, index: number) => number,
  of: readonly string[] = names,
): number => {
  let errors = 0;
  let came = 0;
  for (const [day, { topics: counts }] of actual.entries())
    for (const topic of of)
      for (let hour = 0; hour < 24; hour += 1) {
        const count = counts[topic]?.[hour] ?? 0;
        errors += Math.abs(count - expected(topic, day * 24 + hour));
        came += count;
      }
  return errors / came;
};

const lastDay = dayAfter(today, -1);
const nextWeek = { first: today, last: dayAfter(today, 6) };
const history = { first: weeksBefore(today, 12), last: lastDay };
describe('a forecast of a steady desk', () => {
  it('is nearly as good as knowing the rates, and better than last week again', () => {
    for (const seed of [1, 2, 3]) {
      const days = arrivalDays({ seed, topics, ...history });
      const actual = arrivalDays({ seed: seed + 100, topics, ...nextWeek });
      const forecast = forecastOf({ days });
      const ours = wape(actual, (topic, index) => {
        return forecast.hourOf(topic, until + index).expected;
      });
      const floor = wape(actual, (topic, index) => {
        return rateAt({ topics }, dayAfter(today, Math.floor(index / 24)), index % 24, topic);
      });
      const naive = wape(actual, (topic, index) => {
        return days.at(Math.floor(index / 24) - 7)?.topics[topic]?.[index % 24] ?? 0;
      });

      expect(ours / floor).toBeLessThan(1.1);
      expect(ours / naive).toBeLessThan(0.85);
    }
  });

  it('knows its error: what it says is what the next week shows', () => {
    const days = arrivalDays({ seed: 4, topics, ...history });
    const actual = arrivalDays({ seed: 104, topics, ...nextWeek });
    const forecast = forecastOf({ days });
    for (const topic of ['payouts', 'bugs']) {
      const seen = wape(actual, (name, index) => forecast.hourOf(name, until + index).expected, [
        topic,
      ]);

      expect(Math.abs((forecast.errorOf(topic) ?? 0) - seen)).toBeLessThan(0.06);
    }
  });

  it('has four of five hours in its range', () => {
    const days = arrivalDays({ seed: 5, topics, ...history });
    const forecast = forecastOf({ days });
    let inside = 0;
    let hours = 0;
    for (const seed of [105, 106, 107])
      for (const [day, { topics: counts }] of arrivalDays({ seed, topics, ...nextWeek }).entries())
        for (const topic of ['payouts', 'bugs'])
          for (let hour = 0; hour < 24; hour += 1) {
            const count = counts[topic]?.[hour] ?? 0;
            const { low, high } = forecast.hourOf(topic, until + day * 24 + hour);
            inside += Number(low <= count && count <= high);
            hours += 1;
          }

    expect(inside / hours).toBeGreaterThan(0.72);
    expect(inside / hours).toBeLessThan(0.9);
  });
});

describe('what does not spoil it', () => {
  const usual = forecastOf({ days: arrivalDays({ seed: 6, topics, ...history }) });
  const sumOf = (forecast: typeof usual, topic = 'payouts') =>
    week.reduce((sum, hour) => sum + forecast.hourOf(topic, hour).expected, 0);

  it('a planned peak two weeks ago, whatever was planned for it', () => {
    const isOn = (day: string) => day === '2026-11-11' || day === '2026-11-12';
    const days = arrivalDays({ seed: 6, topics, ...history, factor: (day) => (isOn(day) ? 3 : 1) });

    const forecast = forecastOf({ days, peaks: [aPeak({ factors: { '*': 1.7 } })] });

    expect(sumOf(forecast) / sumOf(usual)).toBeGreaterThan(0.95);
    expect(sumOf(forecast) / sumOf(usual)).toBeLessThan(1.05);
  });

  it('an incident that nobody declared', () => {
    const factor = (day: string, hour: number) => (day === '2026-11-18' && hour >= 10 ? 8 : 1);
    const days = arrivalDays({ seed: 6, topics, ...history, factor });

    expect(sumOf(forecastOf({ days })) / sumOf(usual)).toBeLessThan(1.05);
  });

  it('days that nobody wrote', () => {
    const days = arrivalDays({ seed: 6, topics, ...history }).filter(
      ({ day }) => !['2026-11-17', '2026-11-04', '2026-10-28'].includes(day),
    );

    expect(Math.abs(sumOf(forecastOf({ days })) / sumOf(usual) - 1)).toBeLessThan(0.05);
  });

  it('the clocks: a desk’s habits follow the wall', () => {
    const after = dayAfter('2026-10-25', 0);
    const byWall = (day: string, hour: number) =>
      (hour + (day < after ? 2 : 1)) % 24 === 9 ? 10 : 0.2;
    const factor = (day: string, hour: number) => byWall(day, hour);
    const days = arrivalDays({ seed: 7, topics, first: '2026-08-31', last: '2026-11-01', factor });
    const monday = epochHour('2026-11-02T00:00:00.000Z');

    const forecast = forecastOf({ days, zone: 'Europe/Berlin', until: monday });

    const eight = forecast.hourOf('payouts', monday + 8).expected;
    expect(eight).toBeGreaterThan(5 * forecast.hourOf('payouts', monday + 7).expected);
  });
});

describe('what it follows', () => {
  it('growth: a desk that gains a tenth each two weeks', () => {
    const factor = (day: string) =>
      1.05 ** ((Date.parse(day) - Date.parse(history.first)) / 604_800_000);
    const days = arrivalDays({ seed: 8, topics, ...history, factor });
    const actual = arrivalDays({ seed: 108, topics, ...nextWeek, factor });
    const forecast = forecastOf({ days });
    const came = actual.reduce(
      (sum, { topics: counts }) =>
        sum + (counts['payouts'] ?? []).reduce((total, count) => total + count, 0),
      0,
    );

    const expected = week.reduce((sum, hour) => sum + forecast.hourOf('payouts', hour).expected, 0);
    expect(Math.abs(expected / came - 1)).toBeLessThan(0.07);
  });

  it('planned peaks: expected numbers and ranges are multiplied while they are on', () => {
    const days = arrivalDays({ seed: 9, topics, ...history });
    const sale = aPeak({
      from: '2026-11-24T00:00:00.000Z',
      to: '2026-11-25T00:00:00.000Z',
      factors: { payouts: 2.5 },
    });
    const at = until + 24 + 12;
    const [plain, peak] = [forecastOf({ days }), forecastOf({ days, peaks: [sale] })];

    expect(peak.hourOf('payouts', at).expected).toBeCloseTo(
      plain.hourOf('payouts', at).expected * 2.5,
    );
    expect(peak.hourOf('bugs', at)).toEqual(plain.hourOf('bugs', at));
    expect(peak.hourOf('payouts', at + 24)).toEqual(plain.hourOf('payouts', at + 24));
  });

  it('a new topic: after ten days it comes when the desk’s others do', () => {
    const started = dayAfter(today, -10);
    const days = arrivalDays({ seed: 10, topics: { ...topics, fresh: 4 }, ...history }).map(
      ({ day, topics: { fresh, ...others } }) =>
        day < started || !fresh ? { day, topics: others } : { day, topics: { ...others, fresh } },
    );
    const forecast = forecastOf({ days, topics: [...names, 'fresh'] });
    const expected = week.reduce((sum, hour) => sum + forecast.hourOf('fresh', hour).expected, 0);
    const rate = week.reduce((sum, hour) => {
      const at = new Date(hour * 3_600_000).toISOString();
      return sum + rateAt({ topics: { fresh: 4 } }, at.slice(0, 10), hour % 24, 'fresh');
    }, 0);

    expect(Math.abs(expected / rate - 1)).toBeLessThan(0.15);
    expect(forecast.errorOf('fresh')).toBeUndefined();
    expect(forecast.weeksOf('fresh')).toBe(1);
    expect(forecast.weeksOf('payouts')).toBe(8);
  });

  it('nothing, where nothing came', () => {
    const [legal] = topicForecasts(forecastOf({ days: [] }), {
      topics: ['legal'],
      from: until,
      hours: 2,
    });

    expect(legal).toMatchObject({ weeks: 0, hours: [{ expected: 0, low: 0, high: 0 }, {}] });
    expect(legal?.error).toBeUndefined();
  });
});

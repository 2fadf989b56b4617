import { describe, expect, it } from 'vitest';
import type { ArrivalDay } from '../../../schemas/peak.ts';
import { aPeak } from '../../../test/make/a-peak.ts';
import { arrivalDays, weeksBefore } from '../../../test/make/arrivals.ts';
import { forecastDesk } from '../forecast/forecast.ts';
import { dayAfter, epochHour } from './days.ts';
import { lastYearDays, lastYearProposals } from './last-year.ts';
import { surgeProposal } from './surge.ts';

const topics = { payouts: 12, bugs: 3, legal: 0.3, fraud: 4 };
const names = Object.keys(topics);
const today = '2026-11-23';
const until = epochHour(`${today}T00:00:00.000Z`);
const history = { first: weeksBefore(today, 12), last: dayAfter(today, -1) };

const forecast = forecastDesk({
  days: arrivalDays({ seed: 1, topics, ...history }),
  topics: names,
  zone: 'UTC',
  peaks: [],
  until,
});
type Factor = (hour: number, topic: string) => number;
/** Today as tally would have it at a moment. */
const todayUntil = (now: string, factor: Factor = () => 1, seed = 50): ArrivalDay[] =>
  arrivalDays({
    seed,
    topics,
    first: today,
    last: today,
    factor: (_, hour, topic) => factor(hour, topic),
  }).map(({ day, topics: counts }) => ({
    day,
    topics: Object.fromEntries(
      Object.entries(counts).map(([topic, hours]) => [
        topic,
        hours.map((count, hour) => (hour < Number(now.slice(11, 13)) ? count : 0)),
      ]),
    ),
  }));
const now = `${today}T14:05:00.000Z`;
const ask = (over: Partial<Parameters<typeof surgeProposal>[0]> = {}) =>
  surgeProposal({
    days: todayUntil(now),
    forecast,
    topics: names,
    nameOf: (topic) => topic.toUpperCase(),
    peaks: [],
    dismissed: [],
    now,
    ...over,
  });

describe('more than forecast', () => {
  it('is not seen on usual days, whatever chance brings', () => {
    for (let seed = 1; seed <= 60; seed += 1)
      for (const hour of ['04', '09', '14', '19', '23']) {
        const at = `${today}T${hour}:05:00.000Z`;

        expect(ask({ now: at, days: todayUntil(at, () => 1, seed) })).toBeUndefined();
      }
  });

  it('is not seen on days that are a fifth busier from morning to night', () => {
    for (let seed = 1; seed <= 30; seed += 1)
      expect(ask({ days: todayUntil(now, () => 1.2, seed) })).toBeUndefined();
  });

  it('of one topic is proposed with its name and how many times as many come', () => {
    const days = todayUntil(now, (hour, topic) => (topic === 'fraud' && hour >= 11 ? 4 : 1));

    const proposal = ask({ days });

    expect(proposal).toMatchObject({ id: `arrivals|${today}|fraud`, reason: 'arrivals' });
    expect(proposal?.name).toMatch(/^FRAUD ×[3-5]/);
    expect(Object.keys(proposal?.factors ?? {})).toEqual(['fraud']);
    expect(proposal?.from && proposal.from < now && now < proposal.to).toBe(true);
  });

  it('of everything is the desk’s', () => {
    const days = todayUntil(now, (hour) => (hour >= 12 ? 3 : 1));

    expect(ask({ days })).toMatchObject({ id: `arrivals|${today}|*` });
  });

  it('is seen within the hour when a flood comes', () => {
    const flood = todayUntil(now).map((day) => ({
      ...day,
      topics: {
        ...day.topics,
        bugs: Array.from({ length: 24 }, (_, hour) => (hour === 14 ? 40 : 3)),
      },
    }));

    expect(ask({ days: flood })).toMatchObject({ id: `arrivals|${today}|bugs` });
  });

  it('is not three where one was expected', () => {
    const three = todayUntil(now).map((day) => ({
      ...day,
      topics: {
        ...day.topics,
        legal: Array.from({ length: 24 }, (_, hour) => (hour === 13 ? 3 : 0)),
      },
    }));

    expect(ask({ days: three })).toBeUndefined();
  });

  it('is nothing to say while a peak is on, after one that was ended, or when it was put aside', () => {
    const days = todayUntil(now, (hour) => (hour >= 11 ? 4 : 1));
    const on = aPeak({ from: `${today}T13:00:00.000Z`, to: `${today}T18:00:00.000Z` });
    const ended = { ...on, from: `${today}T10:00:00.000Z`, endedAt: `${today}T14:01:00.000Z` };

    expect(ask({ days })).toBeDefined();
    expect(ask({ days, peaks: [on] })).toBeUndefined();
    expect(ask({ days, peaks: [ended] })).toBeUndefined();
    expect(ask({ days, dismissed: [`arrivals|${today}|*`] })).toBeUndefined();
    expect(ask({ days, dismissed: ['arrivals|2026-11-22|*'] })).toBeDefined();
  });

  it('is nothing a desk without a week of history can tell', () => {
    const blank = forecastDesk({ days: [], topics: names, zone: 'UTC', peaks: [], until });

    expect(ask({ forecast: blank, days: todayUntil(now, () => 9) })).toBeUndefined();
  });
});

describe('days of last year', () => {
  const isSale = (day: string) => day === '2025-12-11' || day === '2025-12-12';
  const { first, last } = lastYearDays(today);
  const days = arrivalDays({
    seed: 3,
    topics,
    first,
    last,
    factor: (day, _, topic) => (isSale(day) ? 3 : day === '2025-12-20' && topic === 'bugs' ? 3 : 1),
  });
  const propose = (over: Partial<Parameters<typeof lastYearProposals>[0]> = {}) =>
    lastYearProposals({
      days,
      zone: 'UTC',
      topics: names,
      peaks: [],
      dismissed: [],
      now: `${today}T10:00:00.000Z`,
      ...over,
    });

  it('on which far more came than usual are proposed for their dates, neighbors together', () => {
    const [sale, bugs, ...others] = propose();

    expect(others).toEqual([]);
    expect(sale).toMatchObject({
      id: 'last-year|2026-12-11',
      reason: 'last-year',
      name: '2025-12-11',
      from: '2026-12-11T00:00:00.000Z',
      to: '2026-12-13T00:00:00.000Z',
    });
    expect(Object.keys(sale?.factors ?? {})).toEqual(['*']);
    expect(sale?.factors['*']).toBeGreaterThan(2.4);
    expect(sale?.factors['*']).toBeLessThan(3.6);
    expect(Object.keys(bugs?.factors ?? {})).toEqual(['bugs']);
  });

  it('keep the name of the peak that was planned then, and the desk’s midnights', () => {
    const then = aPeak({
      name: '12.12',
      from: '2025-12-11T00:00:00.000Z',
      to: '2025-12-13T00:00:00.000Z',
    });

    const [sale] = propose({ peaks: [then], zone: 'Europe/Berlin' });

    expect(sale).toMatchObject({ name: '12.12', from: '2026-12-10T23:00:00.000Z' });
  });

  it('do not come again once they are planned, put aside or over', () => {
    const planned = aPeak({ from: '2026-12-11T08:00:00.000Z', to: '2026-12-12T00:00:00.000Z' });
    const ids = (over: Parameters<typeof propose>[0]) => propose(over).map(({ id }) => id);

    expect(ids({ peaks: [planned] })).toEqual(['last-year|2026-12-20']);
    expect(ids({ dismissed: ['last-year|2026-12-11'] })).toEqual(['last-year|2026-12-20']);
    expect(ids({ now: '2026-12-12T10:00:00.000Z' })).toContain('last-year|2026-12-11');
    expect(ids({ now: '2026-12-13T10:00:00.000Z' })).not.toContain('last-year|2026-12-11');
  });

  it('are not guessed at without the weeks around', () => {
    expect(
      propose({ days: days.filter(({ day }) => day > '2025-12-05' && day < '2025-12-25') }),
    ).toEqual([]);
  });

  it('leave out a February 29 that the year before did not have', () => {
    expect(lastYearDays('2028-02-29').first < '2027-02-28').toBe(true);
    expect(propose({ now: '2028-02-20T00:00:00.000Z', days: [] })).toEqual([]);
  });
});

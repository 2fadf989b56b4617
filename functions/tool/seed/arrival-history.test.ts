import { describe, expect, it } from 'vitest';
import config from '../../../desk.config.ts';
import { ArrivalDay, Peak } from '../../../schemas/peak.ts';
import { DeskSettings } from '../../../schemas/settings.ts';
import { forecastDesk, historyBefore } from '../../desk/forecast/forecast.ts';
import { dayAfter, dayOf, epochHour } from '../../desk/peaks/days.ts';
import { lastYearDays, lastYearProposals } from '../../desk/peaks/last-year.ts';
import { peakFaults } from '../../desk/peaks/peak-faults.ts';
import { surgeProposal } from '../../desk/peaks/surge.ts';
import { arrivalHistory } from './arrival-history.ts';

const { topics, timeZone: zone } = DeskSettings.parse(config);
const told = (now: string) => arrivalHistory({ seed: 2026, topics, zone, until: Date.parse(now) });
const between = (days: readonly ArrivalDay[], { first, last }: { first: string; last: string }) =>
  days.filter(({ day }) => first <= day && day <= last);

describe.each([
  '2026-11-22T11:30:00.000Z',
  '2026-12-31T23:59:59.000Z',
  '2027-03-01T03:10:00.000Z',
  '2028-02-29T16:00:00.000Z',
])('what a desk seeded at %s is told of its past', (now) => {
  const { days, recent, peaks } = told(now);
  const today = dayOf(now);
  const forecast = forecastDesk({
    days: between(days, historyBefore(today)),
    topics,
    zone,
    peaks,
    until: epochHour(`${today}T00:00:00.000Z`),
  });

  it('is the same each time, as the table keeps it, and ends now', () => {
    expect(told(now)).toEqual({ days, recent, peaks });
    expect(ArrivalDay.array().safeParse([...days, ...recent.days]).error).toBeUndefined();
    expect(days.at(-1)?.day).toBe(dayAfter(today, -1));
    expect(recent.days.at(-1)?.day).toBe(today);
  });

  it('is forecast as well as chance allows', () => {
    expect(forecast.weeksOf('payouts')).toBeGreaterThanOrEqual(7);
    expect(forecast.errorOf('payouts')).toBeLessThan(0.45);
  });

  it('has a calendar that may be saved, with a peak to come', () => {
    expect(Peak.array().safeParse(peaks).error).toBeUndefined();
    expect(peakFaults(peaks, { deployedTopics: topics, peaks: [] })).toEqual([]);
    expect(peaks.filter(({ from }) => from > now)).toHaveLength(1);
  });

  it('lets the rush of today and the sale of last year be proposed', () => {
    const surge = surgeProposal({
      days: recent.days,
      forecast,
      topics,
      nameOf: (topic) => topic,
      peaks,
      dismissed: [],
      now,
    });
    const lastYear = lastYearProposals({
      days: between(days, lastYearDays(today)),
      zone,
      topics,
      peaks,
      dismissed: [],
      now,
    });

    // At night too little comes to tell.
    if (now.slice(11, 13) > '08') expect(surge?.factors['*']).toBeGreaterThan(1.5);
    expect(lastYear.length).toBeGreaterThan(0);
  });
});

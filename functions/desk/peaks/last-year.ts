import type { ArrivalDay, Peak, PeakProposal } from '../../../schemas/peak.ts';
import { deskDayOf, hoursOfDeskDay } from '../forecast/slots.ts';
import { endOf, peaksOn } from './active-peak.ts';
import { factorOf, isFarAbove } from './chance.ts';
import { dayAfter, dayOf, daysBetween, epochHour, instantOfHour } from './days.ts';

/** Proposed so many days ahead: time to plan shifts. */
const daysAhead = 45;
/** Further back than a peak of last year is long, so that one that has begun keeps its id. */
const daysBack = 10;
/** A day is held against the same day of the week in the weeks around. */
const weeksAround = [-4, -3, -2, -1, 1, 2, 3, 4] as const;
const leastWeeks = 3;
/** Asked once of each day, and a wrong proposal costs a look. */
const chance = 1e-3;

const yearBefore = (day: string): string => `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`;
const isDay = (day: string): boolean => {
  const at = new Date(`${day}T00:00:00.000Z`);
  return !Number.isNaN(at.getTime()) && dayOf(at.toISOString()) === day;
};

/** Days of last year that the question is answered from, with a margin for the zone. */
export const lastYearDays = (today: string) => {
  const sameDay = isDay(yearBefore(today)) ? yearBefore(today) : yearBefore(dayAfter(today, -1));
  return {
    first: dayAfter(sameDay, -daysBack - 30),
    last: dayAfter(sameDay, daysAhead + 30),
  };
};

type Totals = ReadonlyMap<string, ReadonlyMap<string, number>>;
/** All topics together; no topic is called so. */
const all = '*';

/** Sums by the desk's days. */
const totalsOf = (days: readonly ArrivalDay[], zone: string): Totals => {
  const totals = new Map<string, Map<string, number>>();
  for (const { day, topics } of days) {
    const first = epochHour(`${day}T00:00:00.000Z`);
    for (const hour of Array.from({ length: 24 }, (_, index) => index)) {
      const local = dayAfter('1970-01-01', deskDayOf(zone, first + hour));
      const sums = totals.get(local) ?? new Map<string, number>();
      totals.set(local, sums);
      for (const [topic, counts] of Object.entries(topics))
        for (const name of [topic, all])
          sums.set(name, (sums.get(name) ?? 0) + (counts[hour] ?? 0));
    }
  }
  return totals;
};

const medianOf = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** How many times as many came on a day as usual, of everything and each topic that did; empty for a usual day. */
const factorsOn = (totals: Totals, day: string): Readonly<Record<string, number>> => {
  const came = totals.get(day);
  const around = weeksAround.flatMap((weeks) => totals.get(dayAfter(day, weeks * 7)) ?? []);
  if (!came || around.length < leastWeeks) return {};
  return Object.fromEntries(
    [...came].flatMap(([topic, count]) => {
      const usual = medianOf(around.map((sums) => sums.get(topic) ?? 0));
      return isFarAbove(count, usual, { chance }) ? [[topic, factorOf(count, usual)]] : [];
    }),
  );
};

type High = { readonly day: string; readonly factors: Readonly<Record<string, number>> };

const grouped = (days: readonly High[]): readonly (readonly High[])[] => {
  const groups: High[][] = [];
  for (const day of days) {
    const group = groups.at(-1);
    if (group?.at(-1)?.day === dayAfter(day.day, -1)) group.push(day);
    else groups.push([day]);
  }
  return groups;
};

/** A topic that rose about as the whole desk did need not be named. */
const alike = 0.3;

/** Of several days each topic's highest. */
const highest = (days: readonly High[]): Record<string, number> => {
  const factors: Record<string, number> = {};
  for (const day of days)
    for (const [topic, factor] of Object.entries(day.factors))
      factors[topic] = Math.max(factor, factors[topic] ?? 0);
  const desk = factors[all];
  return Object.fromEntries(
    Object.entries(factors).filter(
      ([topic, factor]) => topic === all || !desk || Math.abs(factor / desk - 1) > alike,
    ),
  );
};

export type LastYearQuestion = {
  readonly days: readonly ArrivalDay[];
  readonly zone: string;
  readonly topics: readonly string[];
  readonly peaks: readonly Peak[];
  readonly dismissed: readonly string[];
  readonly now: string;
};

/** Days to come on whose date a year ago far more came than on the same weekday in the weeks around. */
export const lastYearProposals = (question: LastYearQuestion): readonly PeakProposal[] => {
  const { zone, topics, peaks, dismissed, now } = question;
  const totals = totalsOf(question.days, zone);
  const today = dayOf(now);
  const high = daysBetween(dayAfter(today, -daysBack), dayAfter(today, daysAhead)).flatMap(
    (day) => {
      const factors = isDay(yearBefore(day)) ? factorsOn(totals, yearBefore(day)) : {};
      const named = Object.entries(factors).filter(
        ([topic]) => topic === all || topics.includes(topic),
      );
      return named.length > 0 ? [{ day, factors: Object.fromEntries(named) }] : [];
    },
  );
  return grouped(high).flatMap((group) => {
    const [first = '', last = ''] = [group[0]?.day, group.at(-1)?.day];
    const proposal: PeakProposal = {
      id: `last-year|${first}`,
      reason: 'last-year',
      name: nameOf(peaks, yearBefore(first)),
      from: instantOfHour(hoursOfDeskDay(zone, first)[0] ?? 0),
      to: instantOfHour((hoursOfDeskDay(zone, last).at(-1) ?? 0) + 1),
      factors: highest(group),
    };
    const isNews =
      proposal.to > now &&
      !dismissed.includes(proposal.id) &&
      !peaks.some((peak) => overlaps(peak, proposal));
    return isNews ? [proposal] : [];
  });
};

/** What the peak of that day was called, else the day. */
const nameOf = (peaks: readonly Peak[], day: string): string =>
  peaksOn(peaks, `${day}T12:00:00.000Z`)[0]?.name ?? day;

/** Somebody planned it already. */
export const overlaps = (
  peak: Peak,
  { from, to }: { readonly from: string; readonly to: string },
): boolean => peak.from < to && from < endOf(peak);

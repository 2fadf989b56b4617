import type { ArrivalDay } from '../../../schemas/peak.ts';
import { type Arrivals, closedArrivals } from './arrivals.ts';
import { dayOf, epochHour } from './days.ts';

/** Closed days in order: those that were written, and those that tonight's digest will write. */
export const knownDays = (
  written: readonly ArrivalDay[],
  recent: Arrivals | undefined,
  now: string,
): readonly ArrivalDay[] => {
  const byDay = new Map([...written, ...closedArrivals(recent, now)].map((day) => [day.day, day]));
  return [...byDay.values()].toSorted((a, b) => (a.day < b.day ? -1 : 1));
};

/** What came in whole hours from one on (epoch hours), of each topic; as long as they are past. */
export const arrivedSince = (
  days: readonly ArrivalDay[],
  {
    topics,
    from,
    hours,
    now,
  }: {
    readonly topics: readonly string[];
    readonly from: number;
    readonly hours: number;
    readonly now: string;
  },
): Record<string, number[]> => {
  const past = Math.max(0, Math.min(hours, epochHour(now) - from));
  const byDay = new Map(days.map((day) => [day.day, day.topics]));
  return Object.fromEntries(
    topics.map((topic) => [
      topic,
      Array.from({ length: past }, (_, index) => {
        const day = dayOf(new Date((from + index) * 3_600_000).toISOString());
        return byDay.get(day)?.[topic]?.[(from + index) % 24] ?? 0;
      }),
    ]),
  );
};

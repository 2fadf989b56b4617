import type { Random } from './random.ts';

const hour = 3_600_000;

/** Share of a day's messages by hour of the day (UTC): quiet nights, a noon and a long evening. */
const byHour = [
  9, 6, 4, 3, 4, 8, 16, 28, 42, 52, 58, 60, 55, 52, 54, 56, 58, 62, 66, 64, 55, 42, 28, 16,
] as const;
/** Sunday first. */
const byWeekday = [0.7, 1.15, 1.1, 1, 1.05, 1.1, 0.75] as const;

/** How much is written at a moment, by the hour and the day of the week. */
export const weightAt = (time: number): number => {
  const date = new Date(time);
  return (byHour[date.getUTCHours()] ?? 0) * (byWeekday[date.getUTCDay()] ?? 1);
};

type Span = { readonly count: number; readonly days: number; readonly until: number };

/** Moments of first messages in the days before `until`, epoch milliseconds, earliest first. */
export const arrivals = (random: Random, { count, days, until }: Span): readonly number[] => {
  const start = until - days * 24 * hour;
  const peak = Math.max(...byHour) * Math.max(...byWeekday);
  const times: number[] = [];
  while (times.length < count) {
    const time = start + random.next() * (until - start);
    if (random.next() * peak < weightAt(time)) times.push(Math.floor(time / 1000) * 1000);
  }
  return times.toSorted((a, b) => a - b);
};

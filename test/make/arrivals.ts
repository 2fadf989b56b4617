import { dayAfter, daysBetween } from '../../functions/desk/peaks/days.ts';
import type { ArrivalDay } from '../../schemas/peak.ts';

/** The same numbers for the same seed (Mulberry32), in [0, 1). */
export const chanceOf = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

/** How many come by chance where `mean` are expected (Poisson, by Knuth's product). */
export const poisson = (chance: () => number, mean: number): number => {
  const least = Math.exp(-mean);
  let product = chance();
  let count = 0;
  while (product > least) {
    product *= chance();
    count += 1;
  }
  return count;
};

/** Quiet nights, a high noon and quiet weekends; around 1. `hour` of the day, `day` 0 is Sunday. */
export const usualWeek = (day: number, hour: number): number =>
  Math.max(0.05, 1 + 1.1 * Math.sin(((hour - 7) / 24) * 2 * Math.PI)) *
  (day === 0 || day === 6 ? 0.5 : 1.2);

type Generated = {
  readonly seed: number;
  readonly first: string;
  readonly last: string;
  /** Arrivals an hour where a week's shape is 1. */
  readonly topics: Readonly<Record<string, number>>;
  /** Times as many at an hour of a day, by topic; 1 unless told. */
  readonly factor?: (day: string, hour: number, topic: string) => number;
};

export const rateAt = (
  { topics, factor = () => 1 }: Omit<Generated, 'seed' | 'first' | 'last'>,
  day: string,
  hour: number,
  topic: string,
): number =>
  (topics[topic] ?? 0) * usualWeek(new Date(day).getUTCDay(), hour) * factor(day, hour, topic);

/** Days as tally would have counted them, drawn hour by hour. */
export const arrivalDays = ({ seed, first, last, ...rates }: Generated): ArrivalDay[] => {
  const chance = chanceOf(seed);
  return daysBetween(first, last).map((day) => ({
    day,
    topics: Object.fromEntries(
      Object.keys(rates.topics).map((topic) => [
        topic,
        Array.from({ length: 24 }, (_, hour) => poisson(chance, rateAt(rates, day, hour, topic))),
      ]),
    ),
  }));
};

export const weeksBefore = (day: string, weeks: number): string => dayAfter(day, -7 * weeks);

import { fitDesk } from './fit.ts';
import type { History } from './history.ts';
import { quantile } from './quantile.ts';
import { deskDayOf, weekHours } from './slots.ts';

/** The last weeks are forecast anew, each from what was known before it. */
const weeksTried = 4;
/** A topic's forecast of less than this is no forecast to be judged. */
const leastSeen = 2 * weekHours;

/** One past hour: what the rule would have said, and what came. */
export type Trial = { readonly hour: number; readonly expected: number; readonly came: number };

/** Hours in which the desk was usual, of the weeks before `end`, by topic. */
export const backtest = (
  history: History,
  zone: string,
  end: number,
): ReadonlyMap<string, readonly Trial[]> => {
  const trials = new Map<string, Trial[]>();
  for (let week = 1; week <= weeksTried; week += 1) {
    const origin = end - week * weekHours;
    if (origin <= history.desk.first) break;
    for (const [topic, { expected, hoursSeen }] of fitDesk(history, zone, origin)) {
      if (hoursSeen < leastSeen) continue;
      const { first, values } = history.topics.get(topic) ?? history.desk;
      const list = trials.get(topic) ?? [];
      for (let hour = origin; hour < origin + weekHours; hour += 1) {
        const came = values[hour - first];
        if (came !== undefined) list.push({ hour, expected: expected(hour), came });
      }
      trials.set(topic, list);
    }
  }
  return trials;
};

/** Sum of absolute errors ÷ sum of arrivals (WAPE); `undefined` of nothing. */
export const errorOf = (trials: readonly Trial[]): number | undefined => {
  const came = trials.reduce((sum, trial) => sum + trial.came, 0);
  if (came === 0) return undefined;
  return trials.reduce((sum, trial) => sum + Math.abs(trial.came - trial.expected), 0) / came;
};

/** What is added to an expected number for the end of its range. */
export type Range = (expected: number) => { readonly low: number; readonly high: number };

/** Hours are alike that expect below these many; chance is lopsided where little comes. */
const sizes = [0.5, 1, 2, 4, 8, Number.POSITIVE_INFINITY];
const leastTrials = 50;
/** Of a normal distribution: a tenth lies beyond. */
const tenth = 1.2816;

/** A tenth of past hours came below `low` and a tenth above `high`, in units of what chance does (√expected). */
export const rangeOf = (trials: readonly Trial[]): Range => {
  const bySize = sizes.map((size, index) => {
    const least = sizes[index - 1] ?? 0;
    const errors = trials
      .filter(({ expected }) => expected >= least && expected < size)
      .map(({ came, expected }) => (came - expected) / Math.sqrt(Math.max(expected, 0.01)));
    return errors.length < leastTrials
      ? { below: -tenth, above: tenth }
      : { below: quantile(errors, 0.1), above: quantile(errors, 0.9) };
  });
  return (expected) => {
    const { below, above } = bySize[sizes.findIndex((size) => expected < size)] ?? {
      below: -tenth,
      above: tenth,
    };
    const chance = Math.sqrt(expected);
    return {
      low: Math.max(0, expected + Math.min(0, below) * chance),
      high: expected + Math.max(0, above) * chance,
    };
  };
};

/** In nine of ten past days at most so many times as many came as expected; `undefined` with less than two weeks. */
export const dayRatio = (
  trials: ReadonlyMap<string, readonly Trial[]>,
  zone: string,
): number | undefined => {
  const days = new Map<number, { expected: number; came: number }>();
  for (const list of trials.values())
    for (const { hour, expected, came } of list) {
      const day = deskDayOf(zone, hour);
      const sums = days.get(day) ?? { expected: 0, came: 0 };
      days.set(day, { expected: sums.expected + expected, came: sums.came + came });
    }
  const ratios = [...days.values()]
    .filter(({ expected }) => expected > 0)
    .map(({ expected, came }) => came / expected);
  return ratios.length < 14 ? undefined : quantile(ratios, 0.9);
};

import type { ArrivalDay, Peak } from '../../../schemas/peak.ts';
import { activePeak } from '../peaks/active-peak.ts';
import { epochHour, instantOfHour } from '../peaks/days.ts';

/**
 * What came, hour by hour. `undefined` where it tells nothing about usual hours: nobody wrote the day, the topic was
 * not there yet, or a peak was on.
 */
export type Series = {
  /** Epoch hours. */
  readonly first: number;
  readonly values: readonly (number | undefined)[];
};

export type History = {
  readonly topics: ReadonlyMap<string, Series>;
  /** All topics together; `undefined` also where a peak of one topic was on. */
  readonly desk: Series;
};

/** How many times as many as usual a peak brings: of a topic that it does not name as many, if it names any. */
const concerns = ({ factors }: Peak, topic: string): boolean =>
  Object.keys(factors).length === 0 || (factors[topic] ?? factors['*'] ?? 1) !== 1;

/** Days in their order, with every hour between the first and the last. `until`: hours before it count. */
export const historyOf = (
  days: readonly ArrivalDay[],
  {
    topics,
    peaks,
    until,
  }: {
    readonly topics: readonly string[];
    readonly peaks: readonly Peak[];
    readonly until: number;
  },
): History => {
  const first = epochHour(`${days[0]?.day ?? '1970-01-01'}T00:00:00.000Z`);
  const length = days.length === 0 ? 0 : Math.max(0, until - first);
  const byDay = new Map(days.map((day) => [epochHour(`${day.day}T00:00:00.000Z`), day]));
  const dayAt = (index: number) => byDay.get(first + index - (index % 24));
  const peakAt = peaksByHour(peaks, first, length);
  const seriesOf = (topic: string): Series => {
    const start = days.findIndex((day) => day.topics[topic] !== undefined);
    const born = epochHour(`${days[start]?.day ?? '9999-01-01'}T00:00:00.000Z`) - first;
    return {
      first,
      values: Array.from({ length }, (_, index) => {
        const day = dayAt(index);
        const peak = peakAt.get(index);
        if (!day || index < born || (peak && concerns(peak, topic))) return undefined;
        return day.topics[topic]?.[index % 24] ?? 0;
      }),
    };
  };
  const all = new Map(topics.map((topic) => [topic, seriesOf(topic)]));
  const desk = Array.from({ length }, (_, index) =>
    dayAt(index) && !peakAt.has(index)
      ? [...all.values()].reduce((sum, { values }) => sum + (values[index] ?? 0), 0)
      : undefined,
  );
  return { topics: all, desk: { first, values: desk } };
};

/** The peak that ruled at each hour in which one did. */
const peaksByHour = (
  peaks: readonly Peak[],
  first: number,
  length: number,
): ReadonlyMap<number, Peak> => {
  const found = new Map<number, Peak>();
  for (const { from, to } of peaks) {
    const begin = Math.max(0, epochHour(from) - first);
    const end = Math.min(length, Math.ceil(Date.parse(to) / 3_600_000) - first);
    for (let index = begin; index < end; index += 1) {
      // An hour that a peak touched is not a usual one: look at its end and its beginning.
      const peak =
        activePeak(peaks, instantOfHour(first + index)) ??
        activePeak(peaks, new Date((first + index + 1) * 3_600_000 - 1).toISOString());
      if (peak) found.set(index, peak);
    }
  }
  return found;
};

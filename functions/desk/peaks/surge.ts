import type { ArrivalDay, Peak, PeakProposal } from '../../../schemas/peak.ts';
import type { DeskForecast } from '../forecast/forecast.ts';
import { peaksOn } from './active-peak.ts';
import { factorOf, isFarAbove } from './chance.ts';
import { dayOf, epochHour, instantOfHour } from './days.ts';

/** Hours that are looked at together, counted back from the running one: it alone, then one and three whole ones. */
const windows = [
  { first: 0, last: 0 },
  { first: -1, last: -1 },
  { first: -3, last: -1 },
] as const;
/** A shift: long enough for what broke to be mended, short enough to be looked at again. */
const proposedHours = 8;
/** Asked all day of every topic: one false alarm in years. */
const chance = 1e-6;
/** More topics than this at once are no topic's matter. */
const mostTopics = 2;

/** `spread`: squares of how far the range reaches above what is expected; squares of independent chances add up. */
type Seen = { readonly came: number; readonly expected: number; readonly spread: number };

export type SurgeQuestion = {
  /** Today and the days before, as tally has them. */
  readonly days: readonly ArrivalDay[];
  readonly forecast: DeskForecast;
  readonly topics: readonly string[];
  /** What people call a topic. */
  readonly nameOf: (topic: string) => string;
  readonly peaks: readonly Peak[];
  /** Put aside. */
  readonly dismissed: readonly string[];
  readonly now: string;
};

const prefixOf = (now: string) => `arrivals|${dayOf(now)}|`;

/** Topics of which somebody said today that it is no peak; `*` is all of them. */
const dismissedTopics = (dismissed: readonly string[], now: string): ReadonlySet<string> =>
  new Set(
    dismissed
      .filter((id) => id.startsWith(prefixOf(now)))
      .flatMap((id) => id.slice(prefixOf(now).length).split('+')),
  );

const together = (all: readonly Seen[]): Seen =>
  all.reduce(
    (sum, one) => ({
      came: sum.came + one.came,
      expected: sum.expected + one.expected,
      spread: sum.spread + one.spread,
    }),
    { came: 0, expected: 0, spread: 0 },
  );

const seenIn = (
  { days, forecast }: Pick<SurgeQuestion, 'days' | 'forecast'>,
  topic: string,
  hours: readonly number[],
): Seen =>
  together(
    hours.map((hour) => {
      const day = days.find((one) => one.day === dayOf(instantOfHour(hour)));
      const { expected, high } = forecast.hourOf(topic, hour);
      const came = day?.topics[topic]?.[hour % 24] ?? 0;
      return { came, expected, spread: (high - expected) ** 2 };
    }),
  );

/** Some days are busy from morning to night: by as much as one in ten of the past ones was, or this. */
const leastDayRatio = 1.1;

const isSurge = ({ came, expected, spread }: Seen, { dayRatio }: DeskForecast): boolean => {
  const busy = expected * Math.max(leastDayRatio, dayRatio ?? 0);
  return isFarAbove(came, expected, { atMost: busy + Math.sqrt(spread), chance });
};

/** Once one topic is sure, the others need less to be taken for part of it. */
const areUpToo = (others: Seen, isSure: boolean, forecast: DeskForecast): boolean =>
  isSure ? isFarAbove(others.came, others.expected, { chance: 0.01 }) : isSurge(others, forecast);

/**
 * A peak to declare because more come now than forecast and than chance explains. The running hour is held against the
 * whole hour's forecast, so a flood shows as soon as it has brought as much. None while a peak is on: somebody knows.
 */
export const surgeProposal = (question: SurgeQuestion): PeakProposal | undefined => {
  const { forecast, topics, nameOf, peaks, dismissed, now } = question;
  if (peaksOn(peaks, now).length > 0) return undefined;
  const running = epochHour(now);
  const known = topics.filter((topic) => forecast.weeksOf(topic) >= 1);
  for (const { first, last } of windows) {
    const from = running + first;
    const hours = Array.from({ length: last - first + 1 }, (_, index) => from + index);
    // An hour of a peak that was ended by hand is no news.
    if (hours.some((hour) => isInPeak(peaks, hour))) continue;
    const seen = new Map(known.map((topic) => [topic, seenIn(question, topic, hours)]));
    const hot = known.filter((topic) => isSurge(seen.get(topic) ?? together([]), forecast));
    const others = [...seen].filter(([topic]) => !hot.includes(topic)).map(([, one]) => one);
    const isDeskWide =
      hot.length > mostTopics || areUpToo(together(others), hot.length > 0, forecast);
    const all = together([...seen.values()]);
    const factors: [string, Seen][] = isDeskWide
      ? [['*', all]]
      : hot.toSorted().map((topic) => [topic, seen.get(topic) ?? all]);
    if (factors.length === 0) continue;
    const silent = dismissedTopics(dismissed, now);
    if (silent.has('*') || factors.every(([topic]) => silent.has(topic))) continue;
    return {
      id: `${prefixOf(now)}${factors.map(([topic]) => topic).join('+')}`,
      reason: 'arrivals',
      name: factors
        .map(([topic, { came, expected }]) => {
          const times = `×${factorOf(came, expected)}`;
          return topic === '*' ? times : `${nameOf(topic)} ${times}`;
        })
        .join(', ')
        .slice(0, 80),
      from: instantOfHour(from),
      to: instantOfHour(running + proposedHours),
      factors: Object.fromEntries(
        factors.map(([topic, { came, expected }]) => [topic, factorOf(came, expected)]),
      ),
    };
  }
  return undefined;
};

const isInPeak = (peaks: readonly Peak[], hour: number): boolean =>
  peaksOn(peaks, instantOfHour(hour)).length > 0 ||
  peaksOn(peaks, new Date((hour + 1) * 3_600_000 - 1).toISOString()).length > 0;

import type { Peak } from '../../../schemas/peak.ts';

/** When it is over: at `to`, or earlier by hand. */
export const endOf = ({ to, endedAt }: Peak): string =>
  endedAt !== undefined && endedAt < to ? endedAt : to;

/** Those that are on at a moment, the one that began last first: it rules. `[from, to)`. */
export const peaksOn = (peaks: readonly Peak[], now: string): readonly Peak[] =>
  peaks
    .filter((peak) => peak.from <= now && now < endOf(peak))
    .toSorted((a, b) => (a.from < b.from ? 1 : a.from > b.from ? -1 : 0));

/** The peak that rules at a moment: of several that overlap the one that began last. */
export const activePeak = (peaks: readonly Peak[], now: string): Peak | undefined =>
  peaksOn(peaks, now)[0];

/** What a peak says about a topic; `*` speaks for those that are not named. */
export const ofTopic = <Value>(
  byTopic: Readonly<Record<string, Value>> | undefined,
  topic: string,
): Value | undefined => byTopic?.[topic] ?? byTopic?.['*'];

import type { Peak } from '../../../schemas/peak.ts';

/** The peak that rules at a moment: of several that overlap the one that began last. `[from, to)`. */
export const activePeak = (peaks: readonly Peak[], now: string): Peak | undefined =>
  peaks
    .filter(({ from, to, endedAt }) => from <= now && now < (endedAt ?? to) && now < to)
    .toSorted((a, b) => (a.from < b.from ? 1 : a.from > b.from ? -1 : 0))[0];

/** What a peak says about a topic; `*` speaks for those that are not named. */
export const ofTopic = <Value>(
  byTopic: Readonly<Record<string, Value>> | undefined,
  topic: string,
): Value | undefined => byTopic?.[topic] ?? byTopic?.['*'];

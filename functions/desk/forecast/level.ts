import type { Profile, Sample } from './profile.ts';
import { median } from './quantile.ts';
import { weekHours } from './slots.ts';

/** A week of which less was seen says nothing about its level. */
const leastHours = 48;
/** A small topic's weeks differ by chance: as if so many more had come as expected. */
const steadying = 20;
/** A trend is not followed further than this beyond the last week seen. */
const mostWeeksAhead = 1;
const bounds = { least: 0.33, most: 3 } as const;

/**
 * By how much an hour differs from the profile because the desk grows or shrinks: a straight line through the logarithms
 * of the weeks' levels, by Theil and Sen's median of slopes, which two odd weeks of eight cannot move.
 * `end` is the epoch hour at which the history ends.
 */
export const levelOf = (
  samples: readonly Sample[],
  profile: Profile,
  end: number,
): ((hour: number) => number) => {
  const weeks = new Map<number, { came: number; expected: number; hours: number }>();
  for (const { hour, slot, count } of samples) {
    const age = Math.floor((end - 1 - hour) / weekHours);
    const week = weeks.get(age) ?? { came: 0, expected: 0, hours: 0 };
    week.came += count;
    week.expected += profile[slot] ?? 0;
    week.hours += 1;
    weeks.set(age, week);
  }
  const points = [...weeks]
    .filter(([, { hours }]) => hours >= leastHours)
    .map(([age, { came, expected }]) => ({
      x: -age - 0.5,
      y: Math.log((came + steadying) / (expected + steadying)),
    }));
  if (points.length === 0) return () => 1;
  const slopes = points.flatMap((one, index) =>
    points.slice(index + 1).map((other) => (one.y - other.y) / (one.x - other.x)),
  );
  const slope = points.length < 3 ? 0 : median(slopes);
  const height = median(points.map(({ x, y }) => y - slope * x));
  return (hour) => {
    const x = Math.min((hour - end) / weekHours, mostWeeksAhead);
    return Math.min(bounds.most, Math.max(bounds.least, Math.exp(height + slope * x)));
  };
};

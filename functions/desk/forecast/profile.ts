import { median } from './quantile.ts';
import { weekHours } from './slots.ts';

/** Expected arrivals for each of the 168 hours of a week. */
export type Profile = readonly number[];

/** One hour of the past that counts: its slot, and how many came. */
export type Sample = { readonly hour: number; readonly slot: number; readonly count: number };

/**
 * What a prior is worth in arrivals. With two, a topic of a ticket a week follows the desk's week, one of five tickets
 * an hour its own: eight weeks bring forty arrivals an hour of the week against these two.
 */
const priorArrivals = 2;

/** So far above the usual no chance reaches in a year: an incident nobody declared. It counts as usual. */
const limitOf = (usual: number): number => usual + 4 * Math.sqrt(usual) + 4;

const groupBy = (samples: readonly Sample[], groups: number, of: (slot: number) => number) => {
  const found: number[][] = Array.from({ length: groups }, () => []);
  for (const { slot, count } of samples) found[of(slot)]?.push(count);
  return found;
};

const mean = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;

/** Samples in which incidents are cut down to the usual of their hour of the week. */
export const withoutIncidents = (samples: readonly Sample[], prior: Profile): readonly Sample[] => {
  const usual = groupBy(samples, weekHours, (slot) => slot).map((counts, slot) =>
    Math.max(median(counts), prior[slot] ?? 0, 0.5),
  );
  return samples.map((sample) => {
    const expected = usual[sample.slot] ?? 0;
    return sample.count > limitOf(expected) ? { ...sample, count: expected } : sample;
  });
};

/** Hour of the day times day of the week: what a desk's week is taken for before its hours have been seen often. */
export const roughProfile = (samples: readonly Sample[]): Profile => {
  const average = mean(samples.map(({ count }) => count));
  if (average === 0) return Array.from({ length: weekHours }, () => 0);
  const share = (groups: number, of: (slot: number) => number) =>
    groupBy(samples, groups, of).map((counts) => (counts.length > 0 ? mean(counts) / average : 1));
  const hours = share(24, (slot) => slot % 24);
  const days = share(7, (slot) => Math.floor(slot / 24));
  return Array.from(
    { length: weekHours },
    (_, slot) => average * (hours[slot % 24] ?? 1) * (days[Math.floor(slot / 24)] ?? 1),
  );
};

/**
 * The mean of each hour of the week, drawn to the prior where little came (the mean of a Poisson rate under a Gamma
 * prior worth `priorArrivals`).
 */
export const profileOf = (samples: readonly Sample[], prior: Profile): Profile =>
  groupBy(samples, weekHours, (slot) => slot).map((counts, slot) => {
    const expected = prior[slot] ?? 0;
    if (expected === 0) return mean(counts);
    const sum = counts.reduce((total, count) => total + count, 0);
    return (sum + priorArrivals) / (counts.length + priorArrivals / expected);
  });

import type { ClassifierReport } from '../../../schemas/classifier.ts';

/** 0.976 is 98. */
export const percentOf = (share: number): number => Math.round(share * 100);

/** What deciding from a threshold on would mean: the row of the next higher one that was tried, so as not to promise too much. */
export const rowAt = (
  { thresholds }: Pick<ClassifierReport, 'thresholds'>,
  threshold: number,
): ClassifierReport['thresholds'][number] | undefined =>
  thresholds
    .filter((row) => row.threshold >= threshold - 1e-9)
    .toSorted((one, other) => one.threshold - other.threshold)[0];

/** Topics with most tickets first. */
export const byWeight = (topics: ClassifierReport['topics']): ClassifierReport['topics'] =>
  topics.toSorted((one, other) => other.heldOut - one.heldOut);

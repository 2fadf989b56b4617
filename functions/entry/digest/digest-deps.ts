import type { ArrivalStore } from '../../desk/arrival-stores.ts';

/** What the jobs of a night stand on. */
export type DigestDeps = {
  readonly arrivals: Pick<ArrivalStore, 'recent' | 'save'>;
  /** ISO 8601 with milliseconds. */
  readonly now: () => string;
};

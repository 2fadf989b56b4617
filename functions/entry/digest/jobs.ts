import { closeDays } from './close-days.ts';
import type { DigestDeps } from './digest-deps.ts';
import { learnTopics } from './learn-topics.ts';

/** One of the night's jobs. It may be run again at any time: what it did already it does not do twice. */
export type Job = { readonly name: string; readonly run: () => Promise<void> };

/** In this order. A job that others read from stands before them. */
export const jobsOf = (deps: DigestDeps): readonly Job[] => [
  { name: 'arrivals', run: () => closeDays(deps) },
  { name: 'suggestion', run: () => learnTopics(deps) },
];

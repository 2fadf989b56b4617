import type { Counted } from './answer.ts';

/** See `stores.ts` for what the comments mean. */
export interface CountedStore {
  /** Queues, loads and arrivals as tally keeps them, seconds behind: one item, 1 to 4 read units. */
  counted(): Promise<Counted>;
}

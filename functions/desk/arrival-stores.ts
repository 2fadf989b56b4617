import type { ArrivalDay } from '../../schemas/peak.ts';
import type { Arrivals } from './peaks/arrivals.ts';
import type { Counted } from './waiting/answer.ts';

/** What the desk asks about how much comes. See `stores.ts` for what the comments mean. */

export interface ArrivalStore {
  /** Closed days from the first to the last, in order; a day that nobody wrote is missing. A query for each year. */
  days(first: string, last: string): Promise<readonly ArrivalDay[]>;
  /** Writes a closed day; the same day again changes nothing. 1 unit per KB, about 1 for ten topics. */
  save(day: ArrivalDay): Promise<void>;
  /** Today and the days just before, from the counters: seconds behind. 1 read per 4 KB; absent before the first ticket. */
  recent(): Promise<Arrivals | undefined>;
}

export interface CountedStore {
  /** Queues, loads and arrivals at once, for the time customers are told; seconds behind. 1 read per 4 KB of one item. */
  counted(): Promise<Counted>;
}

export interface ProposalStore {
  /** Ids of proposals that were put aside in the last 400 days. One query. */
  dismissed(): Promise<readonly string[]>;
  /** Repeating changes nothing. 1 unit. */
  dismiss(proposalId: string, now: string): Promise<void>;
}

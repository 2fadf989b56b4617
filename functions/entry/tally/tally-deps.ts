import type { TicketGroup, TicketSummary } from '../../../schemas/ticket.ts';
import type { TallyStore } from '../../dynamo/tallies.ts';

/** What keeping the counters stands on. */
export type TallyDeps = {
  readonly tally: TallyStore;
  /** The tickets among which a topic's longest wait is found. */
  readonly longestWaiting: (topic: string) => Promise<readonly TicketSummary[]>;
  /** Every ticket of a list, page by page: to count again. */
  readonly readAll: (
    topic: string,
    group: TicketGroup,
    take: (tickets: readonly TicketSummary[]) => void,
  ) => Promise<void>;
  /** ISO 8601 with milliseconds. */
  readonly now: () => string;
};

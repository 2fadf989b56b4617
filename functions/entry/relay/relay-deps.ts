import type { Agent } from '../../../schemas/agent.ts';
import type { OutboundJob } from '../../../schemas/queue.ts';
import type { ConnectionStore, FeedStore, TicketStore } from '../../desk/stores.ts';
import type { VisitStore } from '../../desk/visits.ts';
import type { Push } from '../push.ts';

/** What following the stream stands on. */
export type RelayDeps = {
  readonly tickets: Pick<TicketStore, 'load'>;
  readonly feed: Pick<FeedStore, 'append'>;
  readonly connections: Pick<ConnectionStore, 'listAll' | 'remove'>;
  /** Who may hear of tickets, by id; may be some seconds old. */
  readonly hearers: () => Promise<ReadonlyMap<string, Pick<Agent, 'scope'>>>;
  readonly visits: Pick<VisitStore, 'socketsOf' | 'close'>;
  /** Resolves when the outbound queue has stored the job. */
  readonly enqueue: (job: OutboundJob) => Promise<void>;
  readonly push: Push;
  /** ISO 8601 with milliseconds. */
  readonly now: () => string;
};

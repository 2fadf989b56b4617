import type { Language } from '../../../schemas/primitives.ts';
import type { Ticket } from '../../../schemas/ticket.ts';
import type { DeskLists } from '../../desk/settings-stores.ts';
import type { FuseStore, TicketStore, UnsubscribedStore } from '../../desk/stores.ts';
import type { Expectation } from '../../desk/tickets/acknowledgement.ts';
import type { Terms } from '../../desk/tickets/terms.ts';
import type { Unknown } from '../../desk/waiting/expected.ts';
import type { HandOutDeps } from '../hand-out.ts';

/** A ticket whose customer is about to be told how long it takes. */
export type Expecting = {
  readonly ticket: Ticket;
  readonly terms: Terms;
  readonly lists: DeskLists;
  readonly now: string;
};

/** What dispatch stands on; `deps.ts` wires it, tests give their own. */
export type DispatchDeps = HandOutDeps & {
  readonly tickets: Pick<TicketStore, 'loadWithTimeline' | 'save'>;
  readonly fuses: FuseStore;
  readonly unsubscribed: Pick<UnsubscribedStore, 'has'>;
  /** The lists as edited, with at least these topics; may be some seconds old. */
  readonly lists: (topics: readonly string[]) => Promise<DeskLists>;
  /**
   * Within which time a person will answer, from the queue's state and staffing; `atLeast` when nobody can say more, and
   * undefined when nobody asked: then the promise's target is told, if it can be kept.
   */
  readonly expect: (asked: Expecting) => Promise<Expectation | Unknown | undefined>;
  readonly settings: { readonly name: string; readonly language: Language };
  /** ISO 8601 with milliseconds. */
  readonly now: () => string;
};

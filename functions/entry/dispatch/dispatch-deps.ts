import type { Language } from '../../../schemas/primitives.ts';
import type { DeskLists } from '../../desk/settings-stores.ts';
import type { FuseStore, TicketStore, UnsubscribedStore } from '../../desk/stores.ts';

/** What dispatch stands on; `deps.ts` wires it, tests give their own. */
export type DispatchDeps = {
  readonly tickets: Pick<TicketStore, 'loadWithTimeline' | 'save'>;
  readonly fuses: FuseStore;
  readonly unsubscribed: Pick<UnsubscribedStore, 'has'>;
  /** The lists as edited, with at least these topics; may be some seconds old. */
  readonly lists: (topics: readonly string[]) => Promise<DeskLists>;
  readonly settings: { readonly name: string; readonly language: Language };
  /** ISO 8601 with milliseconds. */
  readonly now: () => string;
};

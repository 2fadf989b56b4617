import type { DueStore, TicketStore } from '../../desk/stores.ts';
import type { BookLoader } from '../book-loader.ts';

/** What the sweep of the due index stands on. */
export type ClockDeps = {
  readonly due: DueStore;
  readonly tickets: Pick<TicketStore, 'load' | 'save'>;
  readonly bookOf: BookLoader;
  /** ISO 8601 with milliseconds. */
  readonly now: () => string;
};

import type { Connection } from '../../../schemas/connection.ts';
import type { Alerting } from '../../desk/alerts/alerting.ts';
import type { HealthStore } from '../../desk/sending-stores.ts';
import type { DueStore, TicketStore } from '../../desk/stores.ts';
import type { BookLoader } from '../book-loader.ts';

/** What the sweep of the due index stands on. */
export type ClockDeps = {
  readonly due: DueStore;
  readonly tickets: Pick<TicketStore, 'load' | 'save'>;
  readonly health: Pick<HealthStore, 'list' | 'save'>;
  /** Those of the settings; others have no health. */
  readonly connections: readonly Pick<Connection, 'id'>[];
  readonly bookOf: BookLoader;
  /** Asked when something is due; some seconds old at most. */
  readonly alerting: () => Promise<Alerting>;
  /** ISO 8601 with milliseconds. */
  readonly now: () => string;
};

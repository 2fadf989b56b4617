import type { Agent } from '../../../schemas/agent.ts';
import type { Calendar } from '../../../schemas/calendar.ts';
import type { Connection } from '../../../schemas/connection.ts';
import type { Line } from '../../../schemas/desk.ts';
import type { Alerting } from '../../desk/alerts/alerting.ts';
import type { AgentStore, PresenceStore } from '../../desk/people-stores.ts';
import type { HealthStore } from '../../desk/sending-stores.ts';
import type { DeskStore } from '../../desk/settings-stores.ts';
import type {
  ConnectionStore,
  CounterStore,
  DueStore,
  LoadStore,
  TicketStore,
} from '../../desk/stores.ts';
import type { BookLoader } from '../book-loader.ts';

/** Who works here, and when. */
export type Staffed = {
  readonly agents: readonly Agent[];
  readonly lines: readonly Line[];
  readonly calendars: readonly Calendar[];
};

/** What the sweep of the due index stands on. */
export type ClockDeps = {
  readonly due: DueStore;
  readonly tickets: Pick<
    TicketStore,
    'load' | 'loadWithTimeline' | 'save' | 'listByAgent' | 'listByTopic'
  >;
  readonly health: Pick<HealthStore, 'list' | 'save'>;
  /** Those of the settings; others have no health. */
  readonly connections: readonly Pick<Connection, 'id'>[];
  readonly bookOf: BookLoader;
  /** Asked when something is due; some seconds old at most. */
  readonly alerting: () => Promise<Alerting>;
  readonly presence: PresenceStore;
  readonly agents: Pick<AgentStore, 'load' | 'list'>;
  readonly work: LoadStore['work'];
  readonly counters: Pick<CounterStore, 'queues'>;
  /** Agents' screens that are open. */
  readonly screens: Pick<ConnectionStore, 'listAll'>;
  /** Some seconds old at most. */
  readonly staff: () => Promise<Staffed>;
  readonly desk: Pick<DeskStore, 'load'>;
  /** ISO 8601 with milliseconds. */
  readonly now: () => string;
};

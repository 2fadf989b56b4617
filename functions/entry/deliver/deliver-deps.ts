import type { AlertPolicy } from '../../../schemas/alert-policy.ts';
import type { HookChannel } from '../../../schemas/primitives.ts';
import type { OutboundJob } from '../../../schemas/queue.ts';
import type { Sending, SendPorts } from '../../channels/outgoing.ts';
import type { AgentStore, CustomerStore } from '../../desk/people-stores.ts';
import type { AlertStore, HealthStore, TurnStore } from '../../desk/sending-stores.ts';
import type { OutboxStore, TicketStore } from '../../desk/stores.ts';
import type { ObjectStore } from '../../storage/object-store.ts';
import type { BookLoader } from '../book-loader.ts';
import type { HealthNotes } from '../connection-health.ts';

/** What sending stands on; `deps.ts` wires it, tests give their own. */
export type DeliverDeps = {
  readonly tickets: Pick<TicketStore, 'load' | 'loadWithTimeline' | 'loadEntry' | 'save'>;
  readonly outbox: OutboxStore;
  readonly customers: Pick<CustomerStore, 'findByIdentity' | 'save'>;
  readonly turns: TurnStore;
  readonly healthStore: Pick<HealthStore, 'load' | 'save'>;
  /** Notes beside the sending; they never fail it. */
  readonly health: HealthNotes;
  readonly agents: Pick<AgentStore, 'load' | 'list'>;
  readonly bookOf: BookLoader;
  readonly files: Pick<ObjectStore, 'get' | 'put'>;
  readonly mail: SendPorts['mail'];
  readonly fetch: typeof fetch;
  readonly bases: SendPorts['bases'];
  readonly link: SendPorts['link'];
  readonly secretOf: (connectionId: string) => Promise<unknown>;
  /** Past the short memory, for a check just after somebody filled the secret in. */
  readonly freshSecretOf: (connectionId: string) => Promise<unknown>;
  /** Public address of a connection's hook. */
  readonly hookUrl: (channel: HookChannel, connectionId: string) => string;
  /** The desk with the secrets that sign reply addresses. */
  readonly desk: () => Promise<Sending>;
  /** Of the dates on letters. */
  readonly timeZone: string;
  /** Shows the message of the queue again after so many seconds. */
  readonly showAgain: (receiptHandle: string, seconds: number) => Promise<void>;
  /** Puts a job on the queue as a new one, unseen for so many seconds (900 at most). */
  readonly putLater: (job: OutboundJob, seconds: number) => Promise<void>;
  readonly alerts: {
    /** Address of the agents' app. */
    readonly appUrl: string;
    readonly store: AlertStore;
    /** Some seconds old at most. */
    readonly policy: () => Promise<AlertPolicy>;
    readonly webhookUrl?: string;
    /** What signs the webhook, and where Slack takes messages: `alert-secret.ts`. */
    readonly secret: () => Promise<unknown>;
  };
  /** ISO 8601 with milliseconds. */
  readonly now: () => string;
};

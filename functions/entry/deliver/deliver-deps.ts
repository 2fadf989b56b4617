import type { Sending, SendPorts } from '../../channels/outgoing.ts';
import type { AgentStore, OutboxStore, TicketStore } from '../../desk/stores.ts';
import type { ObjectStore } from '../../storage/object-store.ts';
import type { BookLoader } from '../book-loader.ts';

/** What sending stands on; `deps.ts` wires it, tests give their own. */
export type DeliverDeps = {
  readonly tickets: Pick<TicketStore, 'load' | 'loadWithTimeline' | 'loadEntry' | 'save'>;
  readonly outbox: OutboxStore;
  readonly agents: Pick<AgentStore, 'load' | 'list'>;
  readonly bookOf: BookLoader;
  readonly files: Pick<ObjectStore, 'get'>;
  readonly mail: SendPorts['mail'];
  readonly fetch: typeof fetch;
  readonly bases: SendPorts['bases'];
  readonly link: SendPorts['link'];
  readonly secretOf: (connectionId: string) => Promise<unknown>;
  /** The desk with the secrets that sign reply addresses. */
  readonly desk: () => Promise<Sending>;
  /** Shows the message of the queue again after so many seconds. */
  readonly showAgain: (receiptHandle: string, seconds: number) => Promise<void>;
  readonly alerts: {
    /** Address of the agents' app. */
    readonly appUrl: string;
    readonly webhook?: { readonly url: string; readonly secrets: () => Promise<unknown> };
  };
  /** ISO 8601 with milliseconds. */
  readonly now: () => string;
};

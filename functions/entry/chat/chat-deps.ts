import type { Connection } from '../../../schemas/connection.ts';
import type { AgentStore } from '../../desk/people-stores.ts';
import type { DeskStore } from '../../desk/settings-stores.ts';
import type { ConnectionStore, FuseStore, PointerStore, TicketStore } from '../../desk/stores.ts';
import type { VisitStore } from '../../desk/visits.ts';
import type { Secrets } from '../../secrets/signed-token.ts';
import type { Push } from '../push.ts';
import type { Uploads } from '../uploads.ts';

/** What the WebSocket stands on. */
export type ChatDeps = {
  /** Screens of agents. */
  readonly connections: Pick<ConnectionStore, 'put' | 'remove'>;
  /** Who has a screen, and what their role lets them see. */
  readonly agents: Pick<AgentStore, 'load'>;
  readonly desk: Pick<DeskStore, 'load'>;
  /** Visitors, and which screens watch them. */
  readonly visits: VisitStore;
  readonly tickets: Pick<TicketStore, 'load'>;
  readonly pointers: Pick<PointerStore, 'lookUp'>;
  readonly fuses: FuseStore;
  readonly uploads: Pick<Uploads, 'take'>;
  readonly push: Push;
  /** Puts one job on the inbound queue; resolves when it is stored. */
  readonly enqueue: (body: string) => Promise<void>;
  readonly signingSecrets: () => Promise<Secrets>;
  readonly settings: {
    readonly connections: readonly Connection[];
    /** Address of the desk's own pages, which may show every widget. */
    readonly appUrl: string;
  };
  /** Epoch milliseconds. */
  readonly now: () => number;
};

/** The part of API Gateway's WebSocket events that is read; only `$connect` has headers and a query. */
export type SocketEvent = {
  readonly requestContext: {
    readonly routeKey: string;
    readonly connectionId: string;
    readonly identity?: { readonly sourceIp?: string };
  };
  readonly headers?: Readonly<Record<string, string | undefined>> | null;
  readonly queryStringParameters?: Readonly<Record<string, string | undefined>> | null;
  readonly body?: string | null;
};

import type { DeskStore } from '../../desk/settings-stores.ts';
import type { FuseStore, PointerStore, TicketStore, UnsubscribedStore } from '../../desk/stores.ts';
import type { Waiting } from '../../desk/topics/waiting.ts';
import type { Secrets } from '../../secrets/signed-token.ts';
import type { SignedLinks } from '../../storage/signed-links.ts';
import type { DeskVariable } from '../desk-variable.ts';
import type { Uploads } from '../uploads.ts';
import type { Visitor } from '../visitor.ts';

/** What the public API stands on. */
export type PortalDeps = {
  readonly desk: Pick<DeskStore, 'loadAll'>;
  readonly fuses: FuseStore;
  readonly uploads: Uploads;
  /** A visitor's own conversation is read, nothing else. */
  readonly tickets: Pick<TicketStore, 'load' | 'loadWithTimeline'>;
  readonly pointers: Pick<PointerStore, 'lookUp'>;
  /** The head of a topic's work list; may be some seconds old. */
  readonly workList: (
    topic: string,
  ) => Promise<{ readonly list: readonly Waiting[]; readonly isCut: boolean }>;
  readonly unsubscribed: UnsubscribedStore;
  readonly links: Pick<SignedLinks, 'toRead'>;
  readonly signingSecrets: () => Promise<Secrets>;
  /** A chat connection's secret as stored. */
  readonly connectionSecret: (connectionId: string) => Promise<unknown>;
  readonly randomBytes: (count: number) => Uint8Array;
  /** Puts one job on the inbound queue; resolves when it is stored. */
  readonly enqueue: (body: string) => Promise<void>;
  /** ISO 8601 with milliseconds. */
  readonly now: () => string;
  readonly settings: Pick<DeskVariable, 'name' | 'language' | 'timeZone' | 'connections'> & {
    readonly topics: readonly string[];
    /** Address of the desk's own pages. */
    readonly appUrl: string;
    /** The WebSocket's address with its stage. */
    readonly pushUrl: string;
    readonly signIn: { readonly issuer: string; readonly clientId: string };
  };
};

/** Who asks: nobody we know, at a network address (used for fuses only, never stored or logged). */
export type { Visitor } from '../visitor.ts';

/** With the origin of the page that asks, as its browser says it. */
export type PortalCaller = Visitor & { readonly origin: string | undefined };

import type { ArrivalStore, ProposalStore } from '../../desk/arrival-stores.ts';
import type { AgentStore, CustomerStore, PresenceStore } from '../../desk/people-stores.ts';
import type { HealthStore } from '../../desk/sending-stores.ts';
import type { AuditStore, DeskStore } from '../../desk/settings-stores.ts';
import type {
  ArchiveStore,
  CounterStore,
  FeedStore,
  LoadStore,
  OutboxStore,
  PointerStore,
  TicketStore,
} from '../../desk/stores.ts';
import type { VisitStore } from '../../desk/visits.ts';
import type { Secrets } from '../../secrets/signed-token.ts';
import type { ObjectStore } from '../../storage/object-store.ts';
import type { SignedLinks } from '../../storage/signed-links.ts';
import type { BookLoader } from '../book-loader.ts';
import type { NamesVariable } from '../desk-variable.ts';
import type { Push } from '../push.ts';
import type { Suggester } from '../suggester.ts';
import type { Uploads } from '../uploads.ts';
import type { QueueSwitch } from './desk/queue-switch.ts';
import type { SuppressionList } from './mail/suppression.ts';

/** What the use cases of the staff API stand on; `deps.ts` wires it, tests give their own. */
export type ApiDeps = {
  readonly tickets: TicketStore;
  readonly outbox: Pick<OutboxStore, 'moveDelivery' | 'findAlias'>;
  readonly customers: Pick<
    CustomerStore,
    'load' | 'loadPerson' | 'findByIdentities' | 'save' | 'saveTogether'
  >;
  readonly pointers: Pick<PointerStore, 'lookUp' | 'movePointer'>;
  readonly agents: AgentStore;
  readonly audit: AuditStore;
  readonly archive: ArchiveStore;
  readonly desk: Pick<DeskStore, 'load' | 'loadAll' | 'save'>;
  readonly counters: CounterStore;
  readonly arrivals: Pick<ArrivalStore, 'days' | 'recent'>;
  readonly proposals: ProposalStore;
  readonly presence: PresenceStore;
  readonly loads: LoadStore['loads'];
  readonly work: LoadStore['work'];
  readonly feed: Pick<FeedStore, 'since'>;
  readonly health: HealthStore;
  readonly bookOf: BookLoader;
  readonly files: ObjectStore;
  /** The learned suggestion of topics; some minutes old. Undefined while nothing was learned. */
  readonly models: () => Promise<Suggester | undefined>;
  readonly fileLinks: SignedLinks;
  /** Signs reading in the bucket of mail as received. */
  readonly rawLinks: Pick<SignedLinks, 'toRead'>;
  /** Pages of the site chat that are open. */
  readonly visits: Pick<VisitStore, 'socketsOf'>;
  readonly push: Push;
  readonly uploads: Uploads;
  /** Puts one job on the inbound queue; resolves when it is stored. */
  readonly enqueue: (body: string) => Promise<void>;
  readonly queueSwitch: QueueSwitch;
  /** Bytes at a public https address, refusing our own network. @throws FetchRefused */
  readonly fetchImage: (url: string) => Promise<Uint8Array>;
  readonly suppression: SuppressionList;
  readonly signingSecrets: () => Promise<Secrets>;
  /** ISO 8601 with milliseconds. */
  readonly now: () => string;
  readonly settings: Pick<
    NamesVariable,
    'name' | 'domain' | 'language' | 'timeZone' | 'connections'
  > & {
    /** Deployed topics, in the order of the settings. */
    readonly topics: readonly string[];
    readonly firstAdmin: string;
    readonly pushUrl: string;
    /** Address of the app, without a slash at the end. */
    readonly appUrl: string;
  };
};

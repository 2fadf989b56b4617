import type { Connection } from '../../../schemas/connection.ts';
import type { OutboundJob, TopicJob } from '../../../schemas/queue.ts';
import type { Inbound, Sender } from '../../desk/inbound.ts';
import type { AgentStore, CustomerStore } from '../../desk/people-stores.ts';
import type { RuleBook } from '../../desk/routing/route-message.ts';
import type { DeskLists, DeskStore } from '../../desk/settings-stores.ts';
import type { OutboxStore, PointerStore, TicketNumbers, TicketStore } from '../../desk/stores.ts';
import type { OurMail } from '../../mail/mail-context.ts';
import type { ObjectStore } from '../../storage/object-store.ts';
import type { ScanFile } from '../../storage/scan-file.ts';
import type { BookLoader } from '../book-loader.ts';

/** What intake stands on; `deps.ts` wires it, tests give their own. */
export type IntakeDeps = {
  readonly tickets: Pick<
    TicketStore,
    | 'load'
    | 'loadWithTimeline'
    | 'loadEntry'
    | 'save'
    | 'saveIntake'
    | 'changeMessage'
    | 'joinMessage'
  >;
  readonly pointers: Pick<PointerStore, 'lookUp' | 'movePointer'>;
  readonly outbox: Pick<OutboxStore, 'moveDelivery' | 'putAlias' | 'findAlias'>;
  readonly customers: Pick<
    CustomerStore,
    'findByIdentity' | 'loadPerson' | 'create' | 'save' | 'saveTogether'
  >;
  readonly numbers: TicketNumbers;
  /** Who answers notifications by mail. */
  readonly agents: Pick<AgentStore, 'findByEmail'>;
  /** What they may, if their role is the desk's own. */
  readonly desk: Pick<DeskStore, 'load'>;
  readonly bookOf: BookLoader;
  /** Topics as edited; may be some seconds old. */
  readonly lists: () => Promise<
    Pick<DeskLists, 'topics' | 'blocked'> & { readonly book: RuleBook }
  >;
  /** Things as received. */
  readonly raw: Pick<ObjectStore, 'get'>;
  /** Attachments and long bodies. */
  readonly files: Pick<ObjectStore, 'put'>;
  /** Fetches a file that a message only refers to. @throws FetchRefused */
  readonly download: (ref: string, inbound: Inbound) => Promise<Uint8Array>;
  /** Looks through every file before it is stored, if the operator set a scanner up. @throws ScanFailed */
  readonly scan?: ScanFile;
  readonly sendTopicJob: (topic: string, job: TopicJob) => Promise<void>;
  /** A connection is alive: something genuine came in by it. Never rejects. */
  readonly heard: (connectionId: string) => Promise<void>;
  /** A person's name where the channel does not send it along; undefined when it is not told. Never rejects. */
  readonly nameOf: (sender: Sender) => Promise<string | undefined>;
  /** What the outside waits for at once: the answer to a pressed button. */
  readonly sendOutboundJob: (job: OutboundJob) => Promise<void>;
  /** Who we are, with the secrets that sign reply addresses. */
  readonly our: () => Promise<OurMail>;
  readonly settings: {
    readonly connections: readonly Connection[];
    readonly reopenDays: number;
  };
  /** ISO 8601 with milliseconds. */
  readonly now: () => string;
};

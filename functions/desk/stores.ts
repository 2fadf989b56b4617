import type { Customer, Identity } from '../../schemas/customer.ts';
import type { AgentLoad } from '../../schemas/presence.ts';
import type { Ticket, TicketGroup, TicketSummary } from '../../schemas/ticket.ts';
import type { Delivery, Message, TimelineEntry } from '../../schemas/timeline.ts';
import type { IntakeChange, TicketChange } from './change.ts';

/**
 * What the desk asks of its storage, in the desk's words. `functions/dynamo` answers.
 * Reads are strongly consistent unless a comment says "eventual" (indexes: usually under a second).
 * Units: one write unit is 1 KB, twice that inside a transaction; one read unit is 4 KB, half if eventual.
 * Anything that is refused for its size throws a `too-large` Problem; an unreachable table throws as it is.
 */

/** `stale`: somebody saved after the rules looked. Load again, ask the rules again. */
export type Saved = 'saved' | 'stale';

/** `cursor` is opaque, belongs to the list it came from and is refused (Problem `cursor.invalid`) elsewhere. */
export type PageOf<T> = { readonly items: readonly T[]; readonly cursor?: string };
export type PageRequest = { readonly limit: number; readonly cursor?: string };

/** Finds an entry of a timeline: its sort position and its id. */
export type EntryPlace = {
  readonly ticketId: string;
  readonly occurredAt: string;
  readonly id: string;
  /** Where a provider's id led here: which sending of the message it was, 0 the first. */
  readonly resends?: number;
};

export type TicketWithTimeline = {
  readonly ticket: Ticket;
  /** Oldest first. */
  readonly entries: readonly TimelineEntry[];
  /** Present when older entries exist. */
  readonly cursor?: string;
};

export interface TicketStore {
  /** The ticket alone. 1 read unit. */
  load(ticketId: string): Promise<Ticket | undefined>;
  /** The ticket and its newest `limit` entries, or the page before `cursor`. One query (a cursor adds one get). */
  loadWithTimeline(ticketId: string, page: PageRequest): Promise<TicketWithTimeline | undefined>;
  /** A message to send, a note's file, an alert to announce (other events lie inside these). 1 read unit per 4 KB. */
  loadEntry(place: EntryPlace): Promise<TimelineEntry | undefined>;
  /** Ticket and new entries in one transaction, conditional on `expects`. 4 units and indexes for a small change. */
  save(change: TicketChange): Promise<Saved>;
  /**
   * A message from outside with its key, pointers and perhaps its customer, in one transaction.
   * `taken`: the idempotency key is there already (a repeat: nothing is written; look it up to learn the ticket).
   * `stale`: a pointer or identity was created, or the ticket saved, in between: look up again and append.
   * The idempotency key is itself a pointer to the ticket: do not list it in `pointers` too.
   */
  saveIntake(change: IntakeChange): Promise<Saved | 'taken'>;
  /**
   * One message that is there already, written over as the rule says (undefined: nothing to change). The rule is asked
   * again when somebody else changed the message between reading and writing. Leaves ticket and delivery alone. 1 read
   * unit per 4 KB, 1 write unit per KB.
   */
  changeMessage(
    place: EntryPlace,
    rule: (message: Message) => Message | undefined,
  ): Promise<'changed' | 'unchanged' | 'missing'>;
  /**
   * A further part of a message (an album's next picture): its own key and the changed message in one transaction, so
   * that a part joins once. `taken`: it did already. `stale`: the message is gone or changed at every try. 1 read unit
   * per 4 KB; 2 write units for the key and 2 per KB of the message.
   */
  joinMessage(part: {
    readonly place: EntryPlace;
    readonly idempotencyKey: string;
    readonly contentHash: string;
    readonly rule: (message: Message) => Message;
  }): Promise<Saved | 'taken'>;
  /**
   * A topic's work list: due first, then waiting longest; `isFree`: of active ones those nobody holds. Eventual; about 3
   * read units for 50.
   */
  listByTopic(
    list: {
      readonly topic: string;
      readonly group: TicketGroup;
      readonly isFree?: boolean;
    } & PageRequest,
  ): Promise<PageOf<TicketSummary>>;
  /**
   * The lists of several topics as one: what is done or held apart newest first, work by urgency. Eventual; one query a
   * topic at once, each of `limit` lines.
   */
  listAcross(
    list: { readonly topics: readonly string[]; readonly group: TicketGroup } & PageRequest,
  ): Promise<PageOf<TicketSummary>>;
  /** An agent's own `active` or `postponed` tickets, most urgent first. Eventual; one query of the newest 1,000 held. */
  listByAgent(
    list: { readonly agentId: string; readonly group: 'active' | 'postponed' } & PageRequest,
  ): Promise<PageOf<TicketSummary>>;
  /**
   * All tickets of a person, newest first, without `assigneeId`; a cursor goes with the first customer. Eventual; one
   * query for each customer merged, about 3 read units for 50.
   */
  listByCustomer(
    list: { readonly customerIds: readonly string[] } & PageRequest,
  ): Promise<PageOf<TicketSummary>>;
}

/** A ticket with the message that opened it. */
export type Opened = { readonly ticket: Ticket; readonly first: Message };

/** Tickets by age alone, for trying things out on what came in. */
export interface ArchiveStore {
  /** What opened this ticket. 1 read and a query of one entry. */
  opened(ticketId: string): Promise<Opened | undefined>;
  /**
   * The newest tickets of all with the message that opened each, newest first; 1,000 at most. BatchGets of 100 numbers
   * from the newest down, and a query of one entry for each.
   */
  newest(count: number): Promise<readonly Opened[]>;
}

/** What `clock` asks, once for each shard `0 … dueShards - 1`. */
export interface DueStore {
  readonly shards: number;
  /** Tickets whose `nextDueAt` is not after `until`, earliest first. Eventual; reads only what is due. */
  listDue(
    list: { readonly shard: number; readonly until: string } & PageRequest,
  ): Promise<PageOf<{ readonly ticketId: string; readonly nextDueAt: string }>>;
}

export interface OutboxStore {
  /**
   * Moves a message's delivery from the state the rules saw (`from`: state and attempts) to `message.delivery`.
   * Two deliverers that claim one message: the second gets `stale`. Changes nothing but the delivery. 1 unit per KB.
   */
  moveDelivery(move: { readonly message: Message; readonly from: Delivery }): Promise<Saved>;
  /**
   * Remembers under which key the provider knows what was sent (`mail|<ses id>@…`, `telegram|<bot>|<message id>`),
   * so that answers and delivery events find it. Repeating changes nothing. 1 unit. Call it before the move to `sent`.
   */
  putAlias(alias: { readonly key: string; readonly place: EntryPlace }): Promise<void>;
  /** The message a provider's id belongs to. 1 read unit. */
  findAlias(key: string): Promise<EntryPlace | undefined>;
}

/** What intake must know before it asks the rules. */
export type KnownParties = {
  /** Set when the message was taken before: the ticket it went to. */
  readonly takenBy?: PointerTarget;
  /** Tickets of those pointer keys that exist, in the order asked. */
  readonly pointers: readonly { readonly key: string; readonly target: PointerTarget }[];
  /** The customer this identity belongs to. */
  readonly customer?: Customer;
};
/** `messageId` and `occurredAt` are known for messages (keys, aliases), absent for chats. */
export type PointerTarget = {
  readonly ticketId: string;
  readonly messageId?: string;
  readonly occurredAt?: string;
  /** Of an idempotency key: the same key with other content is another message. */
  readonly contentHash?: string;
};

export interface PointerStore {
  /**
   * Was this message taken, which tickets do its conversations belong to, who wrote it: one BatchGet
   * (at most 90 pointers, the first ones count). Idempotency keys and aliases answer as pointers too.
   */
  lookUp(question: {
    readonly idempotencyKey: string;
    readonly pointers: readonly string[];
    readonly identity?: Pick<Identity, 'channel' | 'connectionId' | 'externalId'>;
  }): Promise<KnownParties>;
  /** Points a conversation at another ticket, if it still points at `from` (undefined: at none yet). 1 unit. */
  movePointer(move: {
    readonly key: string;
    readonly from: string | undefined;
    readonly to: PointerTarget;
  }): Promise<Saved>;
}

/** A topic's backlog. `oldestAt`: when the longest-waiting open ticket began to wait (eventual, from tally). */
export type QueueCount = {
  readonly topic: string;
  readonly active: number;
  readonly unassigned: number;
  readonly postponed: number;
  readonly breached: number;
  readonly oldestAt?: string;
  /** The same among those nobody holds. */
  readonly unassignedAt?: string;
  /** Of the unassigned ones how many lie on which line; lines without one are absent. */
  readonly byLine?: Readonly<Record<string, number>>;
};

export interface CounterStore {
  /** Every topic's counters: one item, 1 read unit, nothing is counted. A few seconds behind. */
  queues(): Promise<readonly QueueCount[]>;
}

export interface LoadStore {
  /** What agents hold and took today, in the counters' item: 1 read unit per 4 KB. A few seconds behind. */
  loads(): Promise<readonly AgentLoad[]>;
  /** The same, and which tickets' versions of the last minutes are in it. */
  work(): Promise<Work>;
}

export type Work = {
  readonly loads: readonly AgentLoad[];
  readonly isCounted: (ticket: { readonly ticketId: string; readonly version: number }) => boolean;
};

type Place = { readonly topic: string; readonly line?: string };

export type ChangedTicket = Place & {
  readonly id: string;
  readonly version: number;
  /** Where it was before this change, if elsewhere: those who may see that place learn that it left. */
  readonly was?: Place;
};

export interface FeedStore {
  /** Tickets changed since the cursor; `isGap` when the cursor is older than three hours or absent. One query an hour passed. */
  since(
    cursor: string | undefined,
    now: string,
  ): Promise<{
    readonly tickets: readonly ChangedTicket[];
    readonly cursor: string;
    readonly isGap: boolean;
  }>;
  /** Adds one item and answers the cursor behind it. A repeat only tells the same tickets again. 1 unit per KB. */
  append(batch: {
    readonly batchId: string;
    readonly at: string;
    readonly tickets: readonly ChangedTicket[];
  }): Promise<string>;
}

/**
 * Human ticket numbers from blocks reserved for one process (one `ADD` a block): unique, rising within a
 * process, with gaps. Make one allocator for each execution environment, in `deps.ts`.
 */
export interface TicketNumbers {
  next(): Promise<number>;
}

export type PushConnection = {
  readonly connectionId: string;
  readonly agentId: string;
  readonly connectedAt: string;
};

export interface ConnectionStore {
  /** Kept for API Gateway's two hours at most (TTL). 1 unit. */
  put(connection: PushConnection): Promise<void>;
  /** Everybody connected now: one eventual query. */
  listAll(): Promise<readonly PushConnection[]>;
  /** By id alone: the close event and a 410 know nothing else. 1 unit. */
  remove(connectionId: string): Promise<void>;
}

export type HookAttempt = {
  readonly eventId: string;
  readonly attempt: number;
  readonly at: string;
  readonly status?: number;
  readonly error?: string;
};

export interface HookAttemptStore {
  /** For the record of outgoing webhooks, kept 30 days. 1 unit. */
  add(attempt: HookAttempt): Promise<void>;
  list(eventId: string): Promise<readonly HookAttempt[]>;
}

/** Who wants no mail that is not a person's answer. Addresses are kept as hashes (`functions/mail/unsubscribing.ts`). */
export interface UnsubscribedStore {
  /** 1 read unit. */
  has(addressHash: string): Promise<boolean>;
  /** Repeating changes nothing. 1 unit. */
  add(addressHash: string, now: string): Promise<void>;
}

export interface FuseStore {
  /**
   * Counts one more for a key in the running window and answers the count with it, e.g. acknowledgements to
   * one address in an hour. Atomic (`ADD`), expires by itself, 1 unit. `key` is hashed: no address is stored.
   */
  count(fuse: {
    readonly key: string;
    readonly window: 'hour' | 'day';
    readonly now: string;
  }): Promise<number>;
}

import type { CustomRole } from '../../schemas/agent.ts';
import type { AlertPolicy } from '../../schemas/alert-policy.ts';
import type { AuditEntry } from '../../schemas/audit.ts';
import type { BlockedSender } from '../../schemas/blocked-sender.ts';
import type { Calendar } from '../../schemas/calendar.ts';
import type { ClassifierSettings } from '../../schemas/classifier.ts';
import type { Line, Topic } from '../../schemas/desk.ts';
import type { Peak } from '../../schemas/peak.ts';
import type { ServicePromise } from '../../schemas/promise.ts';
import type { RoutingRules } from '../../schemas/routing.ts';
import type { TierPolicy } from '../../schemas/tier.ts';
import type { PageOf, PageRequest, Saved } from './stores.ts';

/** What the desk asks about what admins edit. See `stores.ts` for what the comments mean. */

/** What admins edit. Lists are stored whole, each save is a version; `promises` and `calendars` keep old ones. */
export type DeskLists = {
  readonly topics: readonly Topic[];
  readonly lines: readonly Line[];
  readonly calendars: readonly Calendar[];
  /** In order; the first that matches is the promise. */
  readonly promises: readonly ServicePromise[];
  /** Senders whose mail is held apart, newest first. */
  readonly blocked: readonly BlockedSender[];
  readonly routing: RoutingRules;
  /** Highest rank first. */
  readonly tiers: readonly TierPolicy[];
  readonly peaks: readonly Peak[];
  readonly alerts: AlertPolicy;
  readonly roles: readonly CustomRole[];
  readonly classifier: ClassifierSettings;
};
export type StoredList<T> = { readonly items: T; readonly version: number };

export interface DeskStore {
  /** A list as last saved, `undefined` when nobody saved one (use `functions/desk/defaults`). 1 read unit. */
  load<K extends keyof DeskLists>(list: K): Promise<StoredList<DeskLists[K]> | undefined>;
  /** All of them in one BatchGet; absent ones are missing from the answer. */
  loadAll(): Promise<{ readonly [K in keyof DeskLists]?: StoredList<DeskLists[K]> }>;
  /** Replaces a list conditional on the version the editor saw (0: nothing saved yet) and keeps the version for good. */
  save<K extends keyof DeskLists>(
    list: K,
    items: DeskLists[K],
    expects: number,
    audit?: AuditEntry,
  ): Promise<Saved>;
  /** Calendars and promises by pinned reference (`support-hours@3`), whatever is current. One BatchGet. */
  loadPinned(refs: {
    readonly calendars: readonly string[];
    readonly promises: readonly string[];
  }): Promise<{
    readonly calendars: readonly Calendar[];
    readonly promises: readonly ServicePromise[];
  }>;
}

export interface AuditStore {
  /** A read that has to be on record; changes bring their entry in their own transaction. 1 unit per KB. */
  append(entry: AuditEntry): Promise<void>;
  /** Newest first, from `until` back; months without an entry cost half a read unit each. */
  list(page: PageRequest & { readonly until: string }): Promise<PageOf<AuditEntry>>;
  /** Oldest first, both ends included, a page at a time. A query for each month and for each MB of it. */
  between(range: {
    readonly from: string;
    readonly to: string;
  }): AsyncIterable<readonly AuditEntry[]>;
}

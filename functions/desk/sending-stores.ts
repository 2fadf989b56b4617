import type { ConnectionHealth } from '../../schemas/connection-health.ts';
import type { AlertLine } from './alerts/digest.ts';
import type { Saved } from './stores.ts';

/** What sending and looking after connections ask of the storage; see `stores.ts` for its words and units. */

/** How often a provider takes a message of one connection. */
export type TurnRate = { readonly perSecond: number; readonly burst: number };

export interface TurnStore {
  /**
   * The connection's next turn, given once: `burst` at once, then evenly. An instant not after `now` means go; any
   * other is kept for the asker, however many ask at once. 1 unit when the row is empty, else 2.
   */
  take(turn: {
    readonly connectionId: string;
    readonly rate: TurnRate;
    readonly now: string;
  }): Promise<string>;
  /** The provider wants nothing of this connection before `until`: new turns begin there. 1 unit, 2 behind a long row. */
  close(row: {
    readonly connectionId: string;
    readonly rate: TurnRate;
    readonly until: string;
  }): Promise<void>;
  /** Until when the connection is closed, for those whose turn was given before. 1 read unit. */
  closedUntil(connectionId: string): Promise<string | undefined>;
}

/** `revision` 0: nothing is known of the connection yet. */
export type StoredHealth = { readonly health: ConnectionHealth; readonly revision: number };

export interface HealthStore {
  /** Every connection anything is known of. One query, 1 read unit for about ten. */
  list(): Promise<readonly StoredHealth[]>;
  /** 1 read unit. */
  load(connectionId: string): Promise<StoredHealth | undefined>;
  /** Conditional on the revision that the rules saw. 1 unit; relay hears of it. */
  save(health: ConnectionHealth, expects: number): Promise<Saved>;
}

/** An alert that waits for the message at the end of its target's minute. */
export type Collected = { readonly window: string; readonly until: string };

type AlertClaim = { readonly eventId: string; readonly target: string; readonly now: string };

export interface AlertStore {
  /**
   * Right to tell one target (`mail:<address>`, `webhook`) about one event, given once. A claim that was never finished
   * within `staleSeconds` may be taken again; until then it is `claimed`. `finished`: told, or given up. 1 unit, and 1
   * read when refused.
   */
  claim(
    claim: AlertClaim & { readonly staleSeconds: number },
  ): Promise<'saved' | 'claimed' | 'finished' | Collected>;
  /**
   * Whether a claimed alert may go now: the first `most` of the target's minute do. The others are written down for one
   * message, in one transaction with their claim, as long as nobody has closed the minute. 1 read unit; 1 unit, or 6.
   */
  enter(
    claim: AlertClaim & { readonly most: number; readonly line: AlertLine },
  ): Promise<'go' | Collected>;
  /** Ends a minute and answers all that was written down in it: nothing joins any more. 1 unit; a query. */
  close(minute: {
    readonly target: string;
    readonly window: string;
  }): Promise<readonly AlertLine[]>;
  /** The claim lapses so many seconds after `now` instead. 1 unit. */
  putOff(
    claim: AlertClaim & { readonly staleSeconds: number; readonly seconds: number },
  ): Promise<void>;
  /** The claim's end: told, or given up with the reason. 1 unit. */
  finish(
    claim: AlertClaim & { readonly outcome: 'sent' | 'failed'; readonly detail?: string },
  ): Promise<void>;
}

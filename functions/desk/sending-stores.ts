import type { ConnectionHealth } from '../../schemas/connection-health.ts';
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

import type { ChatUser } from '../../schemas/chat.ts';
import type { Language } from '../../schemas/primitives.ts';

/** One open WebSocket of a visitor. A conversation may have several: two tabs, a phone. */
export type Visit = {
  readonly socketId: string;
  /** The chat connection of the settings. */
  readonly connectionId: string;
  readonly chat: string;
  readonly language?: Language;
  /** Proven by the page. */
  readonly user?: Omit<ChatUser, 'hash'>;
  readonly connectedAt: string;
};

/** What may be said once in a while only; each has its own measure. */
export type Noise = 'typing' | 'seen';

/**
 * Who is in the site chat now, and which screens watch. Nothing of it is a session: sockets die unheard, so every item
 * ends by itself after API Gateway's two hours, and whoever pushes forgets those that are gone.
 */
export interface VisitStore {
  /** Two items, 2 units. */
  open(visit: Visit): Promise<void>;
  /** Whose socket it is. 1 read unit. */
  find(socketId: string): Promise<Visit | undefined>;
  /**
   * Whose socket it is, if it did not make this noise within `quietMilliseconds`. Atomic, 1 unit: the measure holds over
   * every execution environment.
   */
  measure(noise: {
    readonly socketId: string;
    readonly what: Noise;
    readonly now: string;
    readonly quietMilliseconds: number;
  }): Promise<Visit | undefined>;
  /** Sockets of one conversation. One query. */
  socketsOf(conversation: Pick<Visit, 'connectionId' | 'chat'>): Promise<readonly string[]>;
  /** Forgets a socket by its id alone and says whose it was. 2 units. */
  close(socketId: string): Promise<Visit | undefined>;

  /** Whose screen the socket is; of a visitor's nobody's. 1 read unit. */
  agentAt(socketId: string): Promise<string | undefined>;
  /** A screen shows a ticket. 1 unit. */
  watch(watching: {
    readonly ticketId: string;
    readonly socketId: string;
    readonly now: string;
  }): Promise<void>;
  unwatch(watching: { readonly ticketId: string; readonly socketId: string }): Promise<void>;
  /** Sockets of the screens that show a ticket. One query. */
  watchersOf(ticketId: string): Promise<readonly string[]>;
}

import type { Conversation } from './conversation.ts';
import type { Output } from './desk.ts';
import type { Upload } from './upload.ts';

/** What the widget shows. */
export type ChatState = {
  readonly isOpen: boolean;
  /**
   * `idle`: nothing was asked yet. `lost`: the line is down and comes back by itself. `unavailable`: the desk does not
   * want this page, and asking again would not help.
   */
  readonly phase: 'idle' | 'connecting' | 'online' | 'lost' | 'unavailable';
  readonly conversation: Conversation;
  /** The history was read at least once: an empty one is empty. */
  readonly isRead: boolean;
  readonly isCut: boolean;
  readonly name: string;
  readonly isIdentified: boolean;
  readonly status?: Output<'history'>['status'];
  /** Who writes an answer right now. */
  readonly typing?: string;
  readonly uploads: readonly Upload[];
  /** Address for answers by mail as the desk has it, shortened. */
  readonly mailTo?: string;
  readonly unread: number;
};

export type Store = {
  readonly state: () => ChatState;
  readonly set: (change: Partial<ChatState>) => void;
  readonly subscribe: (listener: () => void) => () => void;
};

export function newStore(first: ChatState): Store {
  let state = first;
  const listeners = new Set<() => void>();
  return {
    state: () => state,
    set: (change) => {
      state = { ...state, ...change };
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

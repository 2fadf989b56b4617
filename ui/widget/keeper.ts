import type { Pending } from './conversation.ts';

/** What the browser keeps of a conversation between pages. */
export type Kept = {
  readonly token?: string;
  /** Conversation the rest belongs to. */
  readonly chat?: string;
  /** Of the page's user the token was given for. */
  readonly userId?: string;
  readonly email?: string;
  /** Something was said: the widget connects by itself on the next page. */
  readonly hasTalked?: boolean;
  /** Of the newest message of ours that was looked at. */
  readonly readAt?: string;
  /** Not yet with the desk. */
  readonly pending?: readonly Pending[];
};

export type Keeper = {
  readonly read: () => Kept;
  readonly write: (change: Partial<Kept>) => void;
  readonly clear: () => void;
};

/**
 * The page's local storage, no cookie. Where the browser forbids it the conversation lasts as long as the page.
 */
export function newKeeper(connection: string, storage: () => Storage): Keeper {
  const key = `firstline-chat.${connection}`;
  let memory: Kept = {};
  const read = (): Kept => {
    try {
      const text = storage().getItem(key);
      const value: unknown = text === null ? {} : JSON.parse(text);
      return typeof value === 'object' && value !== null ? value : {};
    } catch {
      return memory;
    }
  };
  const put = (kept: Kept): void => {
    memory = kept;
    try {
      storage().setItem(key, JSON.stringify(kept));
    } catch {
      // Full or forbidden: memory has it.
    }
  };
  return { read, write: (change) => put({ ...read(), ...change }), clear: () => put({}) };
}

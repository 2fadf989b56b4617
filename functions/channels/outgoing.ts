import type { Language } from '../../schemas/primitives.ts';
import type { Connection } from '../../schemas/settings.ts';
import type { Ticket } from '../../schemas/ticket.ts';
import type { Message } from '../../schemas/timeline.ts';

/** Who we are when we write. */
export type Sending = {
  readonly deskName: string;
  readonly domain: string;
  readonly connections: readonly Connection[];
  readonly language: Language;
  /** Signing secrets of reply tokens, the current one first. */
  readonly signingSecrets: readonly string[];
};

/** A message of ours on its way; texts and files that do not fit an item are loaded already or by `file`. */
export type Outgoing = {
  readonly ticket: Ticket;
  readonly message: Message;
  /** The customer's words that are answered, for the quote. */
  readonly answered?: Message;
  readonly connection: Connection;
  readonly desk: Sending;
};

/** What `send` may use. Each channel takes the few it needs. */
export type SendPorts = {
  /** Bytes of a stored attachment. */
  readonly file: (key: string) => Promise<Uint8Array>;
  /** Raw mail out; answers SES's bare id. Throws what the SDK throws. */
  readonly mail: (letter: RawLetter) => Promise<string>;
  readonly fetch: typeof fetch;
  /** The connection's secret as stored. */
  readonly secret: unknown;
  readonly telegramApiBase: string;
  /** Epoch milliseconds. */
  readonly now: () => number;
};

export type RawLetter = {
  readonly from: string;
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly raw: Uint8Array;
  readonly tags: Readonly<Record<string, string>>;
};

/**
 * `unknown`: the request left and no answer came, so it may have arrived: never repeated blindly.
 * `blocked`: the person does not want us any more. `failed` and `permanent`: the same words to the same
 * address will fail again.
 */
export type SendResult =
  | {
      readonly kind: 'sent';
      readonly providerId?: string;
      /** Pointer keys by which an answer to this message finds its ticket. */
      readonly pointers: readonly string[];
    }
  | { readonly kind: 'retry'; readonly error: string; readonly afterSeconds?: number }
  | { readonly kind: 'failed'; readonly error: string; readonly permanent: boolean }
  | { readonly kind: 'blocked'; readonly error: string }
  | { readonly kind: 'window-closed'; readonly error: string }
  | { readonly kind: 'unknown'; readonly error: string };

/** Sends one message of ours. Never throws for what the provider says: every answer is a `SendResult`. */
export type Send = (outgoing: Outgoing, ports: SendPorts) => Promise<SendResult>;

import type { Connection } from '../../schemas/connection.ts';
import type { HookChannel, Language, Provider } from '../../schemas/primitives.ts';
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
  /** Address of the desk's own pages, for links in what robots write. */
  readonly appUrl: string;
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
  /** Where the providers' servers are, without a slash at the end. */
  readonly bases: Readonly<Record<Provider, string>>;
  /** A link to a stored attachment that the provider's servers can open; good for an hour. */
  readonly link: (key: string) => Promise<string>;
  /** Public address of a connection's hook, for receipts that are asked for with the message. */
  readonly hookUrl: (channel: HookChannel, connectionId: string) => string;
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
 * `blocked`: the person does not want us any more. `window-closed`: free text is not taken any more, a template or
 * another channel may be. `failed` and `permanent`: the same words to the same address will fail again.
 * `isRevoked`: the provider no longer takes our credentials; nothing of this connection goes out until somebody acts.
 */
export type SendResult =
  | {
      readonly kind: 'sent';
      readonly providerId?: string;
      /** Pointer keys by which an answer to this message finds its ticket, and receipts the message. */
      readonly pointers: readonly string[];
      /** What an agent should know although it went out, such as a file the channel does not take. */
      readonly remark?: string;
    }
  | {
      readonly kind: 'retry';
      readonly error: string;
      readonly afterSeconds?: number;
      /** Not this chat alone: nothing of the connection is wanted before `afterSeconds` are over. */
      readonly isForAll?: boolean;
    }
  | {
      readonly kind: 'failed';
      readonly error: string;
      readonly permanent: boolean;
      readonly isRevoked?: boolean;
    }
  | { readonly kind: 'blocked'; readonly error: string }
  | { readonly kind: 'window-closed'; readonly error: string }
  | {
      readonly kind: 'unknown';
      readonly error: string;
      /** By which a receipt finds the message after all, where it names our own id. */
      readonly pointers?: readonly string[];
    };

/** Sends one message of ours. Never throws for what the provider says: every answer is a `SendResult`. */
export type Send = (outgoing: Outgoing, ports: SendPorts) => Promise<SendResult>;

/**
 * What became of a changed wording. Changing it again to the same is harmless everywhere, so a doubt is a retry.
 */
export type EditResult =
  | { readonly kind: 'edited' }
  | { readonly kind: 'retry'; readonly error: string; readonly afterSeconds?: number }
  | { readonly kind: 'failed'; readonly error: string; readonly isRevoked?: boolean };

/**
 * Changes the wording of a message of ours where it was sent: `message.text` is the new one, `delivery.providerId` the
 * provider's id. Called only for messages that went out in one part. Never throws for what the provider says.
 */
export type Edit = (outgoing: Outgoing, ports: SendPorts) => Promise<EditResult>;

/**
 * Every channel is a folder of one shape: `verify.ts` proves a hook request, `parse.ts` makes messages and events of
 * bytes, `send.ts` answers, `capabilities.ts` says what it can do; `download.ts` fetches files and `check.ts` looks
 * after the connection where the channel has such a thing. `registry/` lists them all.
 */

import type { Connection } from '../../schemas/connection.ts';
import type { Inbound } from '../desk/inbound.ts';
import type { AttachmentKind } from '../mail/parsed-mail.ts';

/** A request to our hook, byte for byte: signatures are over exactly these bytes. */
export type HookRequest = {
  readonly method: string;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
  /** The whole address as the provider was given it, query included: from configuration, never from a Host header. */
  readonly url: string;
  /** Who connected to the gateway, as the gateway saw it. */
  readonly sourceIp: string;
};

export type HookAnswer = {
  readonly status: number;
  readonly body?: string;
  readonly contentType?: string;
};

/**
 * `accepted`: store the body, then give `answer`. `answered`: nothing to store, such as a handshake.
 * `refused`: `code` goes to the log, the caller learns the status only.
 */
export type Verification =
  | {
      readonly verdict: 'accepted';
      readonly answer: HookAnswer;
      /** Headers the parser will need. */
      readonly keep: Readonly<Record<string, string>>;
    }
  | { readonly verdict: 'answered'; readonly answer: HookAnswer }
  | { readonly verdict: 'refused'; readonly answer: HookAnswer; readonly code: string };

/** `secret` is the connection's secret as stored, `now` epoch milliseconds. */
export type Verifying = {
  readonly connection: Connection;
  readonly secret: unknown;
  readonly now: number;
};

/** Proves a hook request: on the raw bytes, in constant time. */
export type Verify = (request: HookRequest, context: Verifying) => Verification;

/** A file that came along: its bytes, or the channel's reference to fetch them by. */
export type IncomingFile = {
  readonly name: string;
  /** As declared; sniffed again by who shows it. */
  readonly type: string;
  readonly kind: AttachmentKind | 'raw';
  readonly inline?: boolean;
  readonly contentId?: string;
} & ({ readonly content: Uint8Array } | { readonly ref: string; readonly size?: number });

/** A message and its files, before either is stored; `inbound.attachments` holds only files stored already. */
export type Incoming = { readonly inbound: Inbound; readonly files: readonly IncomingFile[] };

/** A message that is there already, theirs or ours: by the pointer keys it may be under (`pointers.ts`), nearest first. */
type OfMessage = { readonly keys: readonly string[] };

/**
 * Something that happened to a message or a conversation and is no message itself. Each is harmless when it is
 * repeated or overtaken: a rank that only rises, the newest wording by its time, a deletion that stays.
 * `at` is the provider's time, ISO 8601 with milliseconds.
 */
export type ChannelEvent = { readonly at: string } & (
  | ({
      readonly kind: 'receipt';
      readonly receipt: 'sent' | 'delivered' | 'read';
    } & OfMessage)
  /** The provider gave up after it had taken the message. */
  | ({
      readonly kind: 'failure';
      readonly outcome: 'failed' | 'window-closed' | 'blocked';
      readonly error: string;
      readonly permanent: boolean;
    } & OfMessage)
  /** Everything we sent into this chat (`chatKey`) until `at` has arrived or was read. */
  | { readonly kind: 'watermark'; readonly receipt: 'delivered' | 'read'; readonly chat: string }
  | ({
      readonly kind: 'edited';
      readonly text: string;
      /** The whole message as it is now, under its own key, where the channel tells: taken if it was never seen. */
      readonly whole?: Incoming;
    } & OfMessage)
  | ({ readonly kind: 'deleted' } & OfMessage)
  /** No emoji: taken back. */
  | ({
      readonly kind: 'reaction';
      readonly by: 'customer' | 'agent';
      readonly emoji?: string;
    } & OfMessage)
  /** The person stopped us on this channel, or let us in again. Makes no customer. */
  | {
      readonly kind: 'blocked' | 'unblocked' | 'started';
      readonly chat: string;
      readonly sender: Pick<Inbound['sender'], 'channel' | 'connectionId' | 'externalId'>;
      /** What a start link carried; kept on the record, never shown as the customer's words. */
      readonly payload?: string;
    }
  /** A pressed button waits for an answer of the provider's own form; the press itself came as a message. */
  | { readonly kind: 'postback'; readonly answer: PostbackAnswer }
);

/** What `deliver` needs to stop the button's spinner; each channel reads its own. */
export type PostbackAnswer = {
  readonly connectionId: string;
  readonly id: string;
  readonly data: Readonly<Record<string, string>>;
};

/**
 * One delivery can hold several messages and events, or nothing that concerns us (`ignored` says why, as stable codes
 * that are counted: an unknown kind is never lost unseen).
 */
export type Understood = {
  readonly incoming: readonly Incoming[];
  readonly events?: readonly ChannelEvent[];
  readonly ignored: readonly string[];
};

/**
 * Every channel is a folder of one shape: `verify.ts` proves a hook request, `parse.ts` makes messages of bytes,
 * `send.ts` answers, `capabilities.ts` says what it can do. `registry/` lists them all.
 */

import type { Inbound } from '../desk/inbound.ts';
import type { AttachmentKind } from '../mail/parsed-mail.ts';

/** A request to our hook, byte for byte: signatures are over exactly these bytes. */
export type HookRequest = {
  readonly method: string;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
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

/** One delivery can hold several messages, or none that concern us (`ignored` says why, as stable codes). */
export type Understood = {
  readonly incoming: readonly Incoming[];
  readonly ignored: readonly string[];
};

/** Proves a hook request. `secret` is the connection's secret as stored, `now` epoch milliseconds. */
export type Verify = (request: HookRequest, secret: unknown, now: number) => Verification;

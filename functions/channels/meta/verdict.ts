/**
 * What an error of the Graph API means for a message of ours. `slow-down`: a limit of the whole connection. `revoked`: our credentials, not the message.
 * `unclear`: a code that nobody wrote down; it may go through another time.
 */
export type Verdict =
  | 'retry'
  | 'slow-down'
  | 'window-closed'
  | 'blocked'
  | 'revoked'
  | 'permanent'
  | 'unclear';

/** An error as the Graph API words it. Titles change; only the numbers are to be branched on. */
export type GraphError = {
  readonly code: number;
  readonly subcode?: number | undefined;
  readonly message: string;
};

/** Unknown error, service down. */
const transient: readonly number[] = [1, 2];
/** Limits of app, user, page, calls, business account. */
const limits: readonly number[] = [4, 17, 32, 613, 80007];
/** Permission, invalid parameter, blocked for policy. */
const lasting: readonly number[] = [10, 100, 368];

/** Codes that all of Meta shares. Source: Graph API, "Handling errors". */
export function commonVerdict({ code }: GraphError): Verdict {
  if (code === 190) return 'revoked';
  if (transient.includes(code)) return 'retry';
  if (limits.includes(code)) return 'slow-down';
  if (lasting.includes(code) || (code >= 200 && code <= 299)) return 'permanent';
  return 'unclear';
}

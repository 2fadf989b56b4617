import type { SendResult } from '../outgoing.ts';

/** Recipient sent STOP; every message fails until they send START. */
export const stopped = 21610;
/** Too many requests, a carrier's or Twilio's own queue is full, a passing fault on the way. */
const passing: ReadonlySet<number> = new Set([20429, 30001, 30008, 63018]);
/** The phone was off or out of reach: worth another attempt by a person, not by a machine. */
const notNow: ReadonlySet<number> = new Set([30003]);
/** Ours to mend: the account, its number, its registration. The same words go through afterwards. */
const ours: ReadonlySet<number> = new Set([
  20003, 20403, 21408, 21606, 21659, 21212, 30002, 30034, 21603,
]);

type Refused = {
  readonly status: number;
  readonly code: number | undefined;
  readonly message: string;
  /** Seconds of Retry-After, or NaN. */
  readonly after: number;
};

/** What a refused request means. https://www.twilio.com/docs/api/errors */
export function twilioFaultOf({
  status,
  code,
  message,
  after,
}: Refused): Exclude<SendResult, { kind: 'sent' }> {
  const error = `twilio: ${code ?? status} ${message}`.trim().slice(0, 300);
  if (code === stopped) return { kind: 'blocked', error };
  if (status === 429 || status >= 500 || (code !== undefined && passing.has(code)))
    return { kind: 'retry', error, ...(after > 0 && { afterSeconds: Math.ceil(after) }) };
  if (status === 401) return { kind: 'failed', error, permanent: false, isRevoked: true };
  return { kind: 'failed', error, permanent: isPermanent(code) };
}

/**
 * Whether the same words to the same number would fail again; unknown codes are taken for such. Without a code it was not
 * Twilio that refused.
 */
export const isPermanent = (code: number | undefined): boolean =>
  code !== undefined && !(passing.has(code) || notNow.has(code) || ours.has(code));

import * as z from 'zod';
import { losslessJsonOf } from '../lossless-json.ts';
import { networkFault } from '../network-fault.ts';
import type { SendPorts, SendResult } from '../outgoing.ts';
import { ViberCredentials } from './credentials.ts';

const Answer = z.looseObject({ status: z.int(), status_message: z.string().default('') });

export type Bot = {
  readonly fetch: typeof fetch;
  readonly base: string;
  readonly token: string;
};

/** Undefined while the operator has not filled in the token. */
export function botOf({
  fetch,
  bases,
  secret,
}: Pick<SendPorts, 'fetch' | 'bases' | 'secret'>): Bot | undefined {
  const [token] = ViberCredentials.safeParse(secret).data?.authTokens ?? [];
  return token === undefined ? undefined : { fetch, base: bases.viber, token };
}

/** A failure; `status` is Viber's number for it, if it came from Viber. */
export type Fault = Exclude<SendResult, { kind: 'sent' }> & { readonly status?: number };

const timeoutMs = 20_000;

/** Calls a method. Viber answers 200 whatever happened: `status` in the body tells. */
export async function call(
  bot: Bot,
  method: string,
  body: Readonly<Record<string, unknown>>,
): Promise<{ readonly answer: unknown } | { readonly fault: Fault }> {
  let response: Response;
  let bytes: Uint8Array;
  try {
    response = await bot.fetch(`${bot.base}/${method}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-viber-auth-token': bot.token },
      body: JSON.stringify(body),
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    });
    bytes = new Uint8Array(await response.arrayBuffer());
  } catch (error) {
    return { fault: networkFault('viber', error) };
  }
  const { status } = response;
  if (status === 429 || status === 502 || status === 503)
    return { fault: { kind: 'retry', error: `viber: ${status}` } };
  const value = valueOf(bytes);
  const answer = Answer.safeParse(value);
  if (!answer.success) return { fault: { kind: 'unknown', error: `viber: ${status}` } };
  return answer.data.status === 0 ? { answer: value } : { fault: faultOf(answer.data) };
}

function valueOf(bytes: Uint8Array): unknown {
  try {
    return losslessJsonOf(bytes);
  } catch {
    return undefined;
  }
}

/** The person is not, or no longer, there for us. */
const blocked = new Set([5, 6]);
/** The same words will fail again: bad data, a device too old, a country. */
const permanent = new Set([1, 3, 4, 11, 13, 14, 15, 21]);
/** The account's own trouble: token, block, webhook, quota, balance. It goes through once somebody has mended that. */
const ours = new Set([2, 7, 8, 9, 10, 16, 17, 18, 19, 20, 22, 23, 24]);

function faultOf({ status, status_message: words }: z.infer<typeof Answer>): Fault {
  const error = `viber: ${status} ${words}`.slice(0, 300);
  if (blocked.has(status)) return { kind: 'blocked', error, status };
  if (permanent.has(status)) return { kind: 'failed', error, permanent: true, status };
  if (ours.has(status))
    return {
      kind: 'failed',
      error,
      permanent: false,
      status,
      ...(status === 2 && { isRevoked: true }),
    };
  // 12: too many requests, or a hundred an hour to somebody who does not answer. Others are general errors.
  return { kind: 'retry', error, status, ...(status === 12 && { afterSeconds: 60 }) };
}

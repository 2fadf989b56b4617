import * as z from 'zod';
import { networkFault } from '../network-fault.ts';
import type { SendPorts, SendResult } from '../outgoing.ts';
import { OkCredentials } from './credentials.ts';

const Refusal = z.object({
  error_code: z.union([z.int(), z.string().regex(/^\d+$/)]).transform(Number),
  error_msg: z.string().default(''),
});

export type Group = {
  readonly fetch: typeof fetch;
  readonly base: string;
  readonly token: string;
};

/** Undefined while the operator has not filled in the token. */
export function groupOf({
  fetch,
  bases,
  secret,
}: Pick<SendPorts, 'fetch' | 'bases' | 'secret'>): Group | undefined {
  const { accessToken = '' } = OkCredentials.safeParse(secret).data ?? {};
  return accessToken === '' ? undefined : { fetch, base: bases.ok, token: accessToken };
}

export type Fault = Exclude<SendResult, { kind: 'sent' }>;
export type Called = { readonly answer: unknown } | { readonly fault: Fault };

const timeoutMs = 20_000;

/** `GET` without a body. Failures come as 200 too: the header `Invocation-error` or `error_code` tells. */
export async function call(
  { fetch, base, token }: Group,
  path: string,
  {
    query = {},
    body,
  }: { readonly query?: Readonly<Record<string, string>>; readonly body?: object } = {},
): Promise<Called> {
  const parameters = new URLSearchParams({ access_token: token, ...query });
  let response: Response;
  try {
    response = await fetch(`${base}/${path}?${parameters.toString()}`, {
      method: body ? 'POST' : 'GET',
      headers: { 'content-type': 'application/json;charset=utf-8' },
      ...(body && { body: JSON.stringify(body) }),
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    });
  } catch (error) {
    return { fault: networkFault('ok', error) };
  }
  const answer: unknown = await response.json().catch(() => undefined);
  const code = Number(response.headers.get('invocation-error') ?? Number.NaN);
  const refusal = Refusal.safeParse(answer).data;
  if (refusal) return { fault: faultOf(refusal.error_code, refusal.error_msg) };
  if (!Number.isNaN(code)) return { fault: faultOf(code, '') };
  return response.ok && answer !== undefined ? { answer } : { fault: statusFault(response.status) };
}

export const statusFault = (status: number): Fault => ({
  kind: status === 429 || status === 502 || status === 503 ? 'retry' : 'unknown',
  error: `ok: ${status}`,
});

/** Unknown error, service unavailable, action blocked for a while, flood, limit reached, system: later it may go. */
const passing = new Set([1, 2, 7, 8, 11, 9999]);
/** Asking again at once makes these longer. */
const floods = new Set([7, 8, 11]);
/** Our key: expired, of no session, not ours. */
const revoked = new Set([102, 103, 104]);

function faultOf(code: number, words: string): Fault {
  const error = `ok: ${code} ${words}`.trim().slice(0, 300);
  if (passing.has(code))
    return { kind: 'retry', error, ...(floods.has(code) && { afterSeconds: 300 }) };
  if (/messages? (?:are )?(?:denied|forbidden|blocked)/i.test(words))
    return { kind: 'blocked', error };
  const isRevoked = revoked.has(code);
  return { kind: 'failed', error, permanent: !isRevoked, ...(isRevoked && { isRevoked }) };
}

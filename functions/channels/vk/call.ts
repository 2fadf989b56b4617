import * as z from 'zod';
import { networkFault } from '../network-fault.ts';
import type { SendPorts, SendResult } from '../outgoing.ts';
import { VkCredentials } from './credentials.ts';

const Refusal = z.object({ error_code: z.int(), error_msg: z.string().default('') });
const Answer = z.union([z.object({ error: Refusal }), z.object({ response: z.unknown() })]);

export type Community = {
  readonly fetch: typeof fetch;
  readonly base: string;
  readonly token: string;
};

/** Undefined while the operator has not filled in the token. */
export function communityOf({
  fetch,
  bases,
  secret,
}: Pick<SendPorts, 'fetch' | 'bases' | 'secret'>): Community | undefined {
  const { accessToken = '' } = VkCredentials.safeParse(secret).data ?? {};
  return accessToken === '' ? undefined : { fetch, base: bases.vk, token: accessToken };
}

export type Fault = Exclude<SendResult, { kind: 'sent' }> & { readonly code?: number };
export type Called = { readonly response: unknown } | { readonly fault: Fault };

const timeoutMs = 20_000;
const apiVersion = '5.199';

/** Calls a method of the API. VK answers 200 whatever happened: `error` in the body tells. */
export async function call(
  { fetch, base, token }: Community,
  method: string,
  parameters: Readonly<Record<string, string | number | undefined>>,
): Promise<Called> {
  const body = new URLSearchParams({ v: apiVersion, access_token: token });
  for (const [name, value] of Object.entries(parameters))
    if (value !== undefined) body.set(name, String(value));
  let response: Response;
  try {
    response = await fetch(`${base}/${method}`, {
      method: 'POST',
      body,
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    });
  } catch (error) {
    return { fault: networkFault('vk', error) };
  }
  const answer = Answer.safeParse(await response.json().catch(() => undefined));
  if (!answer.success) return { fault: statusFault(response.status) };
  return 'error' in answer.data
    ? { fault: faultOf(answer.data.error.error_code, answer.data.error.error_msg) }
    : { response: answer.data.response };
}

export const statusFault = (status: number): Fault => ({
  kind: status === 429 || status === 502 || status === 503 ? 'retry' : 'unknown',
  error: `vk: ${status}`,
});

/** Unknown error, too many requests, flood, internal error, anonymous limits: later it may go. */
const passing = new Set([1, 6, 9, 10, 29, 36, 43, 603]);
/** Our key: unknown, expired or of another kind. */
const revoked = new Set([5, 27, 28]);
/** Deleted, banned, on our black list, never wrote or forbade it, by their privacy. */
const blocked = new Set([18, 37, 900, 901, 902]);
/** Access that somebody can give us in the community's settings. */
const rights = new Set([7, 15]);

export function faultOf(code: number, words: string): Fault {
  const error = `vk: ${code} ${words}`.slice(0, 300);
  if (passing.has(code)) return { kind: 'retry', error, code, ...pauses[code] };
  if (blocked.has(code)) return { kind: 'blocked', error, code };
  if (code === 950) return { kind: 'window-closed', error, code };
  const isRevoked = revoked.has(code);
  return {
    kind: 'failed',
    error,
    code,
    permanent: !isRevoked && !rights.has(code),
    ...(isRevoked && { isRevoked }),
  };
}

/** 6: twenty calls a second for the whole community. 9: the same again and again to one person. */
const pauses: Readonly<Record<number, { afterSeconds: number; isForAll?: boolean }>> = {
  6: { afterSeconds: 1, isForAll: true },
  9: { afterSeconds: 300 },
};

import * as z from 'zod';
import { networkFault } from '../network-fault.ts';
import type { SendPorts, SendResult } from '../outgoing.ts';
import { TelegramCredentials } from './credentials.ts';

const Answer = z.union([
  z.object({ ok: z.literal(true), result: z.unknown() }),
  z.object({
    ok: z.literal(false),
    error_code: z.number(),
    description: z.string().default(''),
    parameters: z
      .object({
        retry_after: z.number().optional(),
        migrate_to_chat_id: z.int().optional(),
      })
      .optional(),
  }),
]);

export type Bot = {
  readonly fetch: typeof fetch;
  /** `https://api.telegram.org` or a stand-in, without a slash at the end. */
  readonly base: string;
  readonly token: string;
};

/** Undefined while the operator has not filled in the token. */
export function botOf({
  fetch,
  bases,
  secret,
}: Pick<SendPorts, 'fetch' | 'bases' | 'secret'>): Bot | undefined {
  const { botToken = '' } = TelegramCredentials.safeParse(secret).data ?? {};
  return botToken === '' ? undefined : { fetch, base: bases.telegram, token: botToken };
}

/** A failure, and what the caller may do about it. */
export type Fault = Exclude<SendResult, { kind: 'sent' }> & {
  readonly migratedTo?: string;
};

/** Less than the function has; a file of 50 MB needs most of it. */
const timeoutMs = 40_000;

/** Calls a method of the Bot API. The result's shape is the caller's to check. */
export async function call(
  bot: Bot,
  method: string,
  body: FormData | Readonly<Record<string, unknown>>,
): Promise<{ readonly result: unknown } | { readonly fault: Fault }> {
  let response: Response;
  try {
    response = await bot.fetch(`${bot.base}/bot${bot.token}/${method}`, {
      method: 'POST',
      signal: AbortSignal.timeout(timeoutMs),
      redirect: 'error',
      ...(body instanceof FormData
        ? { body }
        : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    });
  } catch (error) {
    return { fault: networkFault('telegram', error) };
  }
  const answer = Answer.safeParse(await response.json().catch(() => undefined));
  if (!answer.success) return { fault: statusFault(response.status) };
  if (answer.data.ok) return { result: answer.data.result };
  return { fault: faultOf(answer.data) };
}

/** An answer that is no JSON comes from something in between. */
const statusFault = (status: number): Fault =>
  status === 429 || status === 502 || status === 503
    ? { kind: 'retry', error: `telegram: ${status}` }
    : { kind: 'unknown', error: `telegram: ${status}` };

function faultOf(answer: Extract<z.infer<typeof Answer>, { ok: false }>): Fault {
  const { error_code: code, description, parameters } = answer;
  const error = `telegram: ${code} ${description}`.slice(0, 300);
  const afterSeconds = parameters?.retry_after;
  // It does not say whether this chat or the bot was too fast; asking on meanwhile makes the wait longer.
  if (code === 429)
    return { kind: 'retry', error, ...(afterSeconds && { afterSeconds, isForAll: true }) };
  if (code >= 500) return { kind: 'retry', error };
  if (code === 403) return { kind: 'blocked', error };
  // A business account's bot may answer for a day after the customer wrote.
  if (description.includes('BUSINESS_PEER_USAGE_MISSING')) return { kind: 'window-closed', error };
  const migrated = parameters?.migrate_to_chat_id;
  // A revoked token (401, 404) is ours to mend: the same message goes through afterwards.
  const isRevoked = code === 401 || code === 404;
  return {
    kind: 'failed',
    error,
    permanent: !isRevoked,
    ...(isRevoked && { isRevoked }),
    ...(migrated !== undefined && { migratedTo: String(migrated) }),
  };
}

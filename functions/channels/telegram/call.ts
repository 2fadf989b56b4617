import * as z from 'zod';
import type { SendResult } from '../outgoing.ts';

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

/** A failure, and what the caller may do about it. */
export type Fault = Exclude<SendResult, { kind: 'sent' }> & {
  readonly migratedTo?: string;
};

const timeoutMs = 20_000;

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
    return { fault: networkFault(error) };
  }
  const answer = Answer.safeParse(await response.json().catch(() => undefined));
  if (!answer.success) return { fault: statusFault(response.status) };
  if (answer.data.ok) return { result: answer.data.result };
  return { fault: faultOf(answer.data) };
}

/** Nothing can have arrived when the connection was never made; the message of a fetch error holds the token's URL, so only its code is kept. */
function networkFault(error: unknown): Fault {
  const cause =
    error instanceof Error ? (error.cause as { code?: unknown } | undefined) : undefined;
  const code = typeof cause?.code === 'string' ? cause.code : 'timeout';
  const neverLeft = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT'];
  return neverLeft.includes(code)
    ? { kind: 'retry', error: `telegram: ${code}` }
    : { kind: 'unknown', error: `telegram: ${code}` };
}

/** An answer that is no JSON comes from something in between. */
const statusFault = (status: number): Fault =>
  status === 429 || status === 502 || status === 503
    ? { kind: 'retry', error: `telegram: ${status}` }
    : { kind: 'unknown', error: `telegram: ${status}` };

function faultOf(answer: Extract<z.infer<typeof Answer>, { ok: false }>): Fault {
  const { error_code: code, description, parameters } = answer;
  const error = `telegram: ${code} ${description}`.slice(0, 300);
  if (code === 429) return { kind: 'retry', error, afterSeconds: parameters?.retry_after };
  if (code >= 500) return { kind: 'retry', error };
  if (code === 403) return { kind: 'blocked', error };
  const migrated = parameters?.migrate_to_chat_id;
  return {
    kind: 'failed',
    error,
    // A revoked token (401, 404) is ours to mend: the same message goes through afterwards.
    permanent: code !== 401 && code !== 404,
    ...(migrated !== undefined && { migratedTo: String(migrated) }),
  };
}

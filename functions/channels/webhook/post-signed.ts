import type { SendResult } from '../outgoing.ts';
import { signedHeaders } from './standard-webhooks.ts';

/** The spec's advice: an endpoint that needs longer should queue. */
const timeoutMs = 10_000;

export type SignedPost = {
  readonly url: string;
  /** The same message keeps its id, so a receiver that honours the spec takes a repetition once. */
  readonly id: string;
  readonly payload: unknown;
  readonly secrets: readonly string[];
  readonly fetch: typeof fetch;
  readonly now: number;
};

/**
 * One signed POST. `webhook-id` makes it idempotent, so every doubt is a retry; 410 says never again; redirects
 * are not followed, since the signature was meant for this address.
 */
export async function postSigned(post: SignedPost): Promise<SendResult> {
  const body = Buffer.from(JSON.stringify(post.payload));
  const headers = signedHeaders(post.secrets, { id: post.id, body, now: post.now });
  try {
    const response = await post.fetch(post.url, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body,
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
    });
    await response.body?.cancel();
    return resultOf(response);
  } catch (error) {
    const cause = (error as { cause?: { code?: unknown } }).cause?.code;
    const code = typeof cause === 'string' ? cause : 'timeout';
    return { kind: 'retry', error: `webhook: ${code}` };
  }
}

function resultOf(response: Response): SendResult {
  const { status } = response;
  const error = `webhook: ${status}`;
  if (status >= 200 && status < 300) return { kind: 'sent', pointers: [] };
  if (status === 410) return { kind: 'blocked', error };
  if (status === 429 || status >= 500 || status === 408) {
    const after = Number(response.headers.get('retry-after') ?? Number.NaN);
    return { kind: 'retry', error, ...(after > 0 && { afterSeconds: Math.ceil(after) }) };
  }
  return { kind: 'failed', error, permanent: status >= 400 };
}

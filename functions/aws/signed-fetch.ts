import { setTimeout as delay } from 'node:timers/promises';
import type { AwsAccount } from './env.ts';
import { type Signable, sha256Hex, signHeaders } from './sign.ts';

type Call = Signable & {
  readonly service: 's3' | 'lambda' | 'ses';
  readonly body?: Uint8Array | string;
};
export type SignedFetch = (call: Call) => Promise<Response>;

/** The service refused, in its own words. Nothing of the request is repeated. */
export class AwsRefusal extends Error {
  override readonly name = 'AwsRefusal';
  readonly status: number;

  constructor(call: Pick<Call, 'service' | 'method'>, status: number, answer: string) {
    const code = /<Code>(\w+)<\/Code>|"(?:Code|__type)"\s*:\s*"([\w.#]+)"/.exec(answer);
    super(
      `${call.service} ${call.method} answered ${status} ${code?.[1] ?? code?.[2] ?? ''}`.trim(),
    );
    this.status = status;
  }
}

const attempts = 3;
/** Time for a 25 MB object on a slow day; connections that say nothing longer are given up. */
const timeoutMilliseconds = 20_000;
const isWorthRepeating = (status: number): boolean => status === 429 || status >= 500;

/**
 * Sends requests in the function's name. All of them may be repeated: reads, and puts of the same bytes or state.
 * Answers of 4xx are the caller's to judge; the last 5xx is answered too.
 */
export const newSignedFetch =
  ({ region, credentials }: AwsAccount): SignedFetch =>
  async ({ service, body, ...request }) => {
    const payloadHash = sha256Hex(body ?? '');
    for (let attempt = 1; ; attempt += 1) {
      const headers = signHeaders(request, payloadHash, {
        service,
        region,
        credentials,
        now: new Date(),
      });
      try {
        const answer = await fetch(request.url, {
          method: request.method,
          headers: withoutHost(headers),
          body: body === undefined ? undefined : Buffer.from(body),
          redirect: 'error',
          signal: AbortSignal.timeout(timeoutMilliseconds),
        });
        if (!isWorthRepeating(answer.status) || attempt === attempts) return answer;
        await answer.body?.cancel();
      } catch (error) {
        if (attempt === attempts) throw error;
      }
      // Full jitter, so that many functions do not come back together.
      await delay(Math.random() * 100 * 2 ** attempt);
    }
  };

/** `fetch` sets it from the address. */
const withoutHost = ({ host: _host, ...headers }: Readonly<Record<string, string>>) => headers;

import type { IncomingMessage, ServerResponse } from 'node:http';
import { LOCAL } from '../addresses.ts';
import { readBody } from '../http-api/read-body.ts';
import { sendAnswer } from '../http-api/response.ts';
import type { OutsideAnswer, OutsideRequest } from './provider.ts';
import { providers } from './providers.ts';
import type { RecordedCalls } from './recorded-calls.ts';

const MOST_BYTES = 60 * 1024 * 1024;

/** How a test or a person wants the next calls to a host to end. */
export type OutsideFailure = { host: string; status: number; body?: unknown; times: number };

/**
 * Every server outside, on loopback: `/<host>/<path>` is answered in the host's place (`providers.ts`) and recorded.
 */
export class Outside {
  readonly #calls: RecordedCalls;
  readonly #failures: OutsideFailure[] = [];

  constructor(calls: RecordedCalls) {
    this.#calls = calls;
  }

  fail(failure: OutsideFailure): void {
    this.#failures.push({ ...failure });
  }

  /** @param address path and query below the stand-in, beginning with the host */
  async handle(address: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [host = '', ...rest] = address.replace(/^\//, '').split('/');
    const url = new URL(`/${rest.join('/')}`, 'http://outside');
    const path = url.pathname;
    const body = await readBody(request, MOST_BYTES);
    const headers = Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
    );
    const answer = this.#answer(host, {
      method: request.method ?? 'GET',
      path,
      query: url.searchParams,
      headers,
      body,
      base: `http://${request.headers.host ?? ''}${LOCAL.outside}/${host}`,
    });
    this.#calls.add({
      at: new Date().toISOString(),
      host,
      method: request.method ?? 'GET',
      path,
      headers,
      body: body.toString('utf8'),
      answered: answer.status,
    });
    const isJson = answer.body !== undefined && !Buffer.isBuffer(answer.body);
    sendAnswer(response, {
      status: answer.status,
      headers: { ...(isJson && { 'content-type': 'application/json' }), ...answer.headers },
      body: Buffer.isBuffer(answer.body) ? answer.body : isJson ? JSON.stringify(answer.body) : '',
    });
  }

  #answer(host: string, request: OutsideRequest): OutsideAnswer {
    const failure = this.#failures.find((one) => one.host === host && one.times > 0);
    if (failure) {
      failure.times -= 1;
      return { status: failure.status, body: failure.body };
    }
    return providers[host]?.(request) ?? { status: 204 };
  }
}

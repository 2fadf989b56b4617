import type { IncomingMessage, ServerResponse } from 'node:http';
import { readBody } from '../http-api/read-body.ts';
import { sendAnswer } from '../http-api/response.ts';
import type { RecordedCalls } from './recorded-calls.ts';
import { answerTelegram } from './telegram.ts';

const MOST_BYTES = 60 * 1024 * 1024;

/** How a test or a person wants the next calls to a host to end. */
export type OutsideFailure = { host: string; status: number; body?: unknown; times: number };

/**
 * Every server outside, on loopback: `/<host>/<path>` is answered in the host's place and
 * recorded. Telegram answers like Telegram; all others accept with 204, as a webhook does.
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

  /** @param address path below the stand-in, beginning with the host */
  async handle(address: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [host = '', ...rest] = address.replace(/^\//, '').split('/');
    const path = `/${rest.join('/')}`;
    const body = (await readBody(request, MOST_BYTES)).toString('utf8');
    const answer = this.#answer(host, path, body);
    this.#calls.add({
      at: new Date().toISOString(),
      host,
      method: request.method ?? 'GET',
      path,
      headers: Object.fromEntries(
        Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
      ),
      body,
      answered: answer.status,
    });
    const text = answer.body === undefined ? '' : JSON.stringify(answer.body);
    const headers = { 'content-type': 'application/json' };
    sendAnswer(response, { status: answer.status, headers, body: text });
  }

  #answer(host: string, path: string, body: string): { status: number; body?: unknown } {
    const failure = this.#failures.find((one) => one.host === host && one.times > 0);
    if (failure) {
      failure.times -= 1;
      return { status: failure.status, body: failure.body };
    }
    return host === 'api.telegram.org' ? answerTelegram(path, body) : { status: 204 };
  }
}

import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { createContext, Script } from 'node:vm';
import { splitAddress } from '../http-api/request-event.ts';

/** What a CloudFront Function leaves behind: another request to look for, or an answer. */
export type ViewerResult =
  | { kind: 'request'; uri: string }
  | { kind: 'answer'; status: number; headers: Record<string, string>; body: string };

type Values = Record<string, { value: string }>;
type FunctionRequest = { method: string; uri: string; querystring: Values; headers: Values };
type FunctionAnswer = {
  statusCode: number;
  headers?: Values;
  body?: string | { data: string };
};

/**
 * CloudFront gives a function about a millisecond of processor time; this is time on the clock, which passes on a
 * busy machine too, so it only ends what would never end.
 */
const TIMEOUT_MILLISECONDS = 5_000;

/** A CloudFront Function of the template, run in a context of its own for every request. */
export class ViewerFunction {
  readonly #script: Script;

  constructor(source: string) {
    this.#script = new Script(`${source}\nhandler(event);`, { filename: 'cloudfront-function.js' });
  }

  async run(request: IncomingMessage, distribution: string): Promise<ViewerResult> {
    const { pathname, query } = splitAddress(request.url ?? '/');
    const event = {
      version: '1.0',
      context: {
        distributionDomainName: distribution,
        eventType: 'viewer-request',
        requestId: randomUUID(),
      },
      viewer: { ip: request.socket.remoteAddress ?? '127.0.0.1' },
      request: {
        method: request.method ?? 'GET',
        uri: pathname,
        querystring: asValues([...new URLSearchParams(query)]),
        headers: asValues(
          Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
        ),
        cookies: {},
      } satisfies FunctionRequest & { cookies: Values },
    };
    const context = createContext({ event, console: { log: () => {} } });
    const result: FunctionRequest | FunctionAnswer = await this.#script.runInContext(context, {
      timeout: TIMEOUT_MILLISECONDS,
    });
    if ('uri' in result) return { kind: 'request', uri: result.uri };
    const headers = Object.entries(result.headers ?? {}).map(([name, { value }]) => [name, value]);
    const body = typeof result.body === 'string' ? result.body : (result.body?.data ?? '');
    return {
      kind: 'answer',
      status: result.statusCode,
      headers: Object.fromEntries(headers),
      body,
    };
  }
}

function asValues(entries: [string, string][]): Values {
  return Object.fromEntries(entries.map(([name, value]) => [name, { value }]));
}

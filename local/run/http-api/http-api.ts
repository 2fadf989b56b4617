import type { IncomingMessage, ServerResponse } from 'node:http';
import type { HttpApiModel } from '../../template/model.ts';
import type { LambdaFunction } from '../lambda/lambda-function.ts';
import type { Outcome } from '../lambda/protocol.ts';
import { corsHeaders, isPreflight } from './cors.ts';
import { type JwtCheck, jwtCheck } from './jwt-check.ts';
import { BodyTooLarge, readBody } from './read-body.ts';
import { requestEvent, splitAddress } from './request-event.ts';
import {
  answerOf,
  gatewayAnswer,
  type HttpAnswer,
  LAMBDA_PAYLOAD_BYTES,
  sendAnswer,
} from './response.ts';
import { type RouteMatch, RouteTable } from './route-table.ts';
import { Throttle } from './throttle.ts';

export type HttpApiOptions = {
  model: HttpApiModel;
  account: string;
  functionNamed: (name: string) => LambdaFunction;
};

/** Quotas of an HTTP API: request body, and how long it waits for its integration. */
const REQUEST_BYTES = 10 * 1024 * 1024;
const INTEGRATION_TIMEOUT_MILLISECONDS = 30_000;

/** An HTTP API in front of functions. */
export class HttpApi {
  readonly #options: HttpApiOptions;
  readonly #routes: RouteTable;
  readonly #throttle: Throttle;
  readonly #checks = new Map<string, JwtCheck>();

  constructor(options: HttpApiOptions) {
    this.#options = options;
    this.#routes = new RouteTable(options.model.routes);
    this.#throttle = new Throttle(options.model.throttle, performance.now());
  }

  async handle(
    request: IncomingMessage,
    response: ServerResponse,
    extraHeaders: Record<string, string> = {},
  ): Promise<void> {
    const answer = await this.#answer(request);
    const { cors } = this.#options.model;
    const corsAdded = cors ? corsHeaders(cors, request) : {};
    sendAnswer(response, {
      ...answer,
      headers: { ...answer.headers, ...corsAdded, ...extraHeaders },
    });
  }

  async #answer(request: IncomingMessage): Promise<HttpAnswer> {
    const { model } = this.#options;
    if (model.cors && isPreflight(request)) return { status: 204, headers: {}, body: '' };
    if (!this.#throttle.take(performance.now())) return gatewayAnswer(429, 'Too Many Requests');
    const { pathname } = splitAddress(request.url ?? '/');
    const match = this.#routes.find(request.method ?? 'GET', pathname);
    if (!match) return gatewayAnswer(404, 'Not Found');
    return await this.#call(request, match);
  }

  async #call(request: IncomingMessage, match: RouteMatch): Promise<HttpAnswer> {
    const { model, account, functionNamed } = this.#options;
    const checked = await this.#checkToken(request, match);
    if (checked && 'refusal' in checked) return refuse(checked.refusal, checked.reason);
    let body: Buffer;
    try {
      body = await readBody(request, REQUEST_BYTES);
    } catch (error) {
      if (error instanceof BodyTooLarge) return gatewayAnswer(413, 'Request Entity Too Large');
      throw error;
    }
    const host = model.endpoint.replace('https://', '');
    const event = requestEvent({
      request,
      body,
      match,
      place: { apiId: model.id, account, host },
      claims: checked?.claims,
      now: new Date(),
    });
    // Base64 grows the body; what Lambda would refuse must be refused here too.
    if (
      body.length * 1.4 > LAMBDA_PAYLOAD_BYTES &&
      JSON.stringify(event).length > LAMBDA_PAYLOAD_BYTES
    ) {
      return gatewayAnswer(413, 'Request Entity Too Large');
    }
    const outcome = await within(functionNamed(match.route.functionName).invoke(event));
    return outcome ? answerOf(outcome) : gatewayAnswer(503, 'Service Unavailable');
  }

  async #checkToken(request: IncomingMessage, { route }: RouteMatch) {
    if (!route.jwt) return undefined;
    const key = JSON.stringify(route.jwt);
    const check = this.#checks.get(key) ?? jwtCheck(route.jwt);
    this.#checks.set(key, check);
    return await check(request, route.scopes);
  }
}

/** The gateway stops waiting; the function goes on, and nobody hears its answer. */
async function within(invocation: Promise<Outcome>): Promise<Outcome | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), INTEGRATION_TIMEOUT_MILLISECONDS);
  });
  try {
    return await Promise.race([invocation, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}

function refuse(status: 401 | 403, reason: string): HttpAnswer {
  const answer = gatewayAnswer(status, status === 401 ? 'Unauthorized' : 'Forbidden');
  const kind = status === 401 ? 'invalid_token' : 'insufficient_scope';
  const detail = reason.replaceAll(/["\\\r\n]/g, '');
  const challenge = `Bearer scope="" error="${kind}" error_description="${detail}"`;
  return { ...answer, headers: { ...answer.headers, 'www-authenticate': challenge } };
}

import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { Endpoint } from '../../schemas/api/endpoint.ts';
import { missing, Problem } from '../desk/problem.ts';
import { summarize } from '../observe/context.ts';
import { log } from '../observe/log.ts';
import { jsonAnswer, opaqueAnswer, problemAnswer } from './answer.ts';
import { readInput } from './read-input.ts';
import { newRoutes } from './routes.ts';
import type { Handlers } from './types.ts';

type Api<List extends readonly Endpoint[], Caller> = {
  readonly endpoints: List;
  readonly handlers: Handlers<List, Caller>;
  /** Says who calls and that they may; runs before the input is looked at. Throws a Problem otherwise. */
  readonly admit: (event: APIGatewayProxyEventV2, endpoint: Endpoint) => Promise<Caller>;
};

type AnyHandler<Caller> = (input: unknown, caller: Caller) => Promise<unknown>;

/**
 * Answers API Gateway's HTTP requests (payload 2.0) from the endpoint table: find, admit, parse, handle, parse.
 * Every answer is JSON or a problem document; it never rejects.
 */
export const newRouter = <const List extends readonly Endpoint[], Caller>(
  api: Api<List, Caller>,
) => {
  const find = newRoutes(api.endpoints);
  // The map's type ties each handler to its endpoint; by name at run time only this wider shape is left.
  const handlers = api.handlers as Readonly<Record<string, AnyHandler<Caller>>>;

  const answer = async (event: APIGatewayProxyEventV2, requestId: string) => {
    const { method } = event.requestContext.http;
    const match = find(method, event.rawPath);
    if (!match)
      throw missing('endpoint.missing', `There is nothing at ${method} ${event.rawPath}.`);
    const { endpoint, params } = match;
    summarize({ endpoint: endpoint.name });
    const caller = await api.admit(event, endpoint);
    const input = readInput(endpoint, event, params);
    const handle = handlers[endpoint.name];
    if (!handle) throw new Error(`no handler for ${endpoint.name}`);
    const output = endpoint.output.parse(await handle(input, caller));
    return jsonAnswer(endpoint.status ?? 200, output, requestId);
  };

  return async (event: APIGatewayProxyEventV2): Promise<APIGatewayProxyStructuredResultV2> => {
    const { requestId } = event.requestContext;
    const result = await answer(event, requestId).catch((error: unknown) =>
      failureAnswer(error, requestId),
    );
    summarize({ status: result.statusCode, gatewayRequestId: requestId });
    return result;
  };
};

const failureAnswer = (error: unknown, requestId: string): APIGatewayProxyStructuredResultV2 => {
  if (error instanceof Problem) {
    summarize({ problem: error.code });
    return problemAnswer(error, requestId);
  }
  log.error('http.failed', { gatewayRequestId: requestId }, error);
  return opaqueAnswer(requestId);
};

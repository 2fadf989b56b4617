import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { PushMessage } from '../../../schemas/push.ts';
import type { ConnectionStore } from '../../desk/stores.ts';
import { summarize } from '../../observe/context.ts';
import { log } from '../../observe/log.ts';
import type { Secrets } from '../../secrets/signed-token.ts';
import { readPushToken } from '../push-token.ts';

/** The part of API Gateway's WebSocket events that is read; only `$connect` has a query. */
export type SocketEvent = {
  readonly requestContext: { readonly routeKey: string; readonly connectionId: string };
  readonly queryStringParameters?: Readonly<Record<string, string | undefined>> | null;
  readonly body?: string | null;
};

export type ChatDeps = {
  readonly connections: Pick<ConnectionStore, 'put' | 'remove'>;
  readonly signingSecrets: () => Promise<Secrets>;
  /** Epoch milliseconds. */
  readonly now: () => number;
};

const pong: PushMessage = { type: 'pong' };

/**
 * Who is connected. Agents only listen here: everything they do goes through the HTTP API, so the one thing answered
 * is a ping, which keeps the connection from API Gateway's ten idle minutes.
 */
export const handleSocket =
  (deps: ChatDeps) =>
  async (event: SocketEvent): Promise<APIGatewayProxyStructuredResultV2> => {
    const { routeKey, connectionId } = event.requestContext;
    summarize({ routeKey, connectionId });
    if (routeKey === '$connect') return connect(deps, event);
    if (routeKey === '$disconnect') {
      // Best effort at the gateway's side too: what it forgets to say, the item's time to live ends.
      await deps.connections.remove(connectionId);
      return { statusCode: 200 };
    }
    return isPing(event.body)
      ? { statusCode: 200, body: JSON.stringify(pong) }
      : { statusCode: 400 };
  };

const connect = async (
  { connections, signingSecrets, now }: ChatDeps,
  { requestContext, queryStringParameters }: SocketEvent,
): Promise<APIGatewayProxyStructuredResultV2> => {
  const at = now();
  const agentId = readPushToken(queryStringParameters?.['token'] ?? '', {
    secrets: await signingSecrets(),
    now: at,
  });
  if (!agentId) {
    log.warn('push.refused', { connectionId: requestContext.connectionId });
    return { statusCode: 401 };
  }
  const connectedAt = new Date(at).toISOString();
  await connections.put({ connectionId: requestContext.connectionId, agentId, connectedAt });
  summarize({ agentId });
  return { statusCode: 200 };
};

/** `{"type":"ping"}`; anything else is refused without being looked at. */
const isPing = (body: string | null | undefined): boolean =>
  /^\s*\{\s*"type"\s*:\s*"ping"\s*\}\s*$/.test(body ?? '');

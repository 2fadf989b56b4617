import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { WebSocketApiModel } from '../../template/model.ts';
import { splitAddress } from '../http-api/request-event.ts';

export type EventType = 'CONNECT' | 'MESSAGE' | 'DISCONNECT';

export type SocketEventOptions = {
  api: WebSocketApiModel;
  connectionId: string;
  connectedAt: number;
  routeKey: string;
  eventType: EventType;
  now: Date;
  /** The opening request, for `$connect`. */
  request?: IncomingMessage;
  body?: string;
  closed?: { code: number; reason: string };
};

/**
 * The event of a WebSocket API's route.
 * Source: "API Gateway WebSocket API mapping template reference", `$context` variables.
 */
export function socketEvent(options: SocketEventOptions): Record<string, unknown> {
  const { api, connectionId, connectedAt, routeKey, eventType, now, request, closed } = options;
  return {
    ...(request ? requestParts(request) : {}),
    requestContext: {
      routeKey,
      eventType,
      ...(eventType === 'MESSAGE' ? { messageId: randomUUID() } : {}),
      ...(closed ? { disconnectStatusCode: closed.code, disconnectReason: closed.reason } : {}),
      messageDirection: 'IN',
      stage: api.stage,
      connectedAt,
      requestTimeEpoch: now.getTime(),
      requestId: randomUUID(),
      extendedRequestId: randomUUID(),
      identity: { sourceIp: '127.0.0.1', userAgent: request?.headers['user-agent'] ?? null },
      domainName: new URL(api.endpoint).hostname,
      connectionId,
      apiId: api.id,
    },
    ...(options.body === undefined ? {} : { body: options.body }),
    isBase64Encoded: false,
  };
}

function requestParts(request: IncomingMessage): Record<string, unknown> {
  const { query } = splitAddress(request.url ?? '/');
  const headers = Object.entries(request.headersDistinct);
  const parameters = [...new Set(new URLSearchParams(query).keys())].map(
    (name): [string, string[]] => [name, new URLSearchParams(query).getAll(name)],
  );
  const parts: Record<string, unknown> = {
    headers: Object.fromEntries(headers.map(([name, values]) => [name, values?.at(-1)])),
    multiValueHeaders: Object.fromEntries(headers),
  };
  if (parameters.length > 0) {
    parts['queryStringParameters'] = Object.fromEntries(
      parameters.map(([name, values]) => [name, values.at(-1)]),
    );
    parts['multiValueQueryStringParameters'] = Object.fromEntries(parameters);
  }
  return parts;
}

/** `$request.body.action` of the message picks the route; what has no such field takes `$default`. */
export function selectRoute(api: WebSocketApiModel, body: string): string | undefined {
  const path = api.selection.replace('$request.body.', '').split('.');
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    value = undefined;
  }
  for (const part of path) {
    value = typeof value === 'object' && value !== null ? Reflect.get(value, part) : undefined;
  }
  const key = typeof value === 'string' && !value.startsWith('$') ? value : '$default';
  if (api.routes[key] !== undefined) return key;
  return api.routes['$default'] === undefined ? undefined : '$default';
}

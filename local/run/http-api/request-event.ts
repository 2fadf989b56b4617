import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Claims } from './jwt-check.ts';
import type { RouteMatch } from './route-table.ts';

export type ApiPlace = { apiId: string; account: string; host: string };

/**
 * Payload format 2.0 of an HTTP API's request.
 * Source: "Working with AWS Lambda proxy integrations for HTTP APIs", API Gateway developer guide.
 */
export function requestEvent(options: {
  request: IncomingMessage;
  body: Buffer;
  match: RouteMatch;
  place: ApiPlace;
  claims?: Claims;
  now: Date;
}): Record<string, unknown> {
  const { request, body, match, place, claims, now } = options;
  const { pathname, query } = splitAddress(request.url ?? '/');
  const headers = joinHeaders(request);
  const cookies = request.headers.cookie?.split('; ');
  const isBinary = isBinaryBody(request);
  const method = request.method ?? 'GET';
  return {
    version: '2.0',
    routeKey: match.route.key,
    rawPath: pathname,
    rawQueryString: query,
    ...(cookies ? { cookies } : {}),
    headers,
    ...(query ? { queryStringParameters: joinParameters(query) } : {}),
    requestContext: {
      accountId: place.account,
      apiId: place.apiId,
      ...(claims
        ? { authorizer: { jwt: { claims: asTexts(claims), scopes: scopesOf(claims) } } }
        : {}),
      domainName: place.host,
      domainPrefix: place.host.split('.')[0],
      http: {
        method,
        path: pathname,
        protocol: 'HTTP/1.1',
        sourceIp: request.socket.remoteAddress ?? '127.0.0.1',
        userAgent: request.headers['user-agent'] ?? '',
      },
      requestId: randomUUID(),
      routeKey: match.route.key,
      stage: '$default',
      time: clfTime(now),
      timeEpoch: now.getTime(),
    },
    ...(Object.keys(match.parameters).length > 0 ? { pathParameters: match.parameters } : {}),
    ...(body.length > 0 ? { body: body.toString(isBinary ? 'base64' : 'utf8') } : {}),
    isBase64Encoded: body.length > 0 && isBinary,
  };
}

export function splitAddress(url: string): { pathname: string; query: string } {
  const mark = url.indexOf('?');
  return mark < 0
    ? { pathname: url, query: '' }
    : { pathname: url.slice(0, mark), query: url.slice(mark + 1) };
}

/** Lower-cased names; the values of a repeated header joined by commas; cookies travel apart. */
function joinHeaders(request: IncomingMessage): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const [name, values] of Object.entries(request.headersDistinct)) {
    if (name !== 'cookie' && values) headers[name] = values.join(',');
  }
  return headers;
}

function joinParameters(query: string): Record<string, string> {
  const parameters: Record<string, string> = {};
  for (const [name, value] of new URLSearchParams(query)) {
    const before = parameters[name];
    parameters[name] = before === undefined ? value : `${before},${value}`;
  }
  return parameters;
}

const TEXT_TYPES = /^(text\/|application\/(json|javascript|xml|[\w.-]+\+(json|xml))\b)/;

/** API Gateway hands over as text only what names a text type and is not compressed. */
function isBinaryBody(request: IncomingMessage): boolean {
  if (request.headers['content-encoding']) return true;
  return !TEXT_TYPES.test(request.headers['content-type'] ?? '');
}

/** The authorizer hands claims over as texts: numbers and booleans printed, lists as `[a b]`. */
function asTexts(claims: Claims): Record<string, string> {
  const texts = Object.entries(claims).map(([name, value]): [string, string] => {
    if (Array.isArray(value)) return [name, `[${value.join(' ')}]`];
    return [name, typeof value === 'string' ? value : JSON.stringify(value)];
  });
  return Object.fromEntries(texts);
}

function scopesOf(claims: Claims): string[] | null {
  return typeof claims['scope'] === 'string' ? claims['scope'].split(' ') : null;
}

/** `22/Nov/2026:10:00:00 +0000`, the common log format. */
function clfTime(now: Date): string {
  const [, day, month, year, time] = now.toUTCString().split(' ');
  return `${day}/${month}/${year}:${time} +0000`;
}

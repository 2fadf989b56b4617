import type { APIGatewayProxyEventV2 } from 'aws-lambda';

type Request = {
  readonly method: string;
  /** With its query. */
  readonly path: string;
  readonly body?: unknown;
  readonly claims?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
};

/** A request as API Gateway hands it over (payload 2.0), with JSON and an ID token's claims. */
export const anHttpEvent = ({
  method,
  path,
  body,
  claims,
  headers,
}: Request): APIGatewayProxyEventV2 => {
  const url = new URL(path, 'https://desk.example');
  const requestContext = {
    accountId: '123456789012',
    apiId: 'api',
    domainName: 'desk.example',
    domainPrefix: 'desk',
    http: {
      method,
      path: url.pathname,
      protocol: 'HTTP/1.1',
      sourceIp: '203.0.113.7',
      userAgent: 'test',
    },
    requestId: 'req-1',
    routeKey: '$default',
    stage: '$default',
    time: '02/Nov/2026:10:00:00 +0000',
    timeEpoch: Date.parse('2026-11-02T10:00:00.000Z'),
    ...(claims && { authorizer: { jwt: { claims, scopes: [] } } }),
  };
  return {
    version: '2.0',
    routeKey: '$default',
    rawPath: url.pathname,
    rawQueryString: url.search.slice(1),
    headers: { ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
    requestContext,
    body: body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body),
    isBase64Encoded: false,
  };
};

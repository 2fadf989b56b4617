import type { IncomingMessage } from 'node:http';
import type { CorsModel } from '../../template/model.ts';

/** Headers an HTTP API adds for an allowed origin; empty for a foreign one or without Origin. */
export function corsHeaders(cors: CorsModel, request: IncomingMessage): Record<string, string> {
  const { origin } = request.headers;
  const isAllowed =
    cors.origins.includes('*') || (origin !== undefined && cors.origins.includes(origin));
  if (origin === undefined || !isAllowed) return {};
  const headers: Record<string, string> = {
    'access-control-allow-origin': cors.origins.includes('*') ? '*' : origin,
  };
  if (cors.credentials) headers['access-control-allow-credentials'] = 'true';
  if (cors.exposedHeaders.length > 0) {
    headers['access-control-expose-headers'] = cors.exposedHeaders.join(',');
  }
  if (isPreflight(request)) {
    headers['access-control-allow-methods'] = cors.methods.join(',');
    headers['access-control-allow-headers'] = cors.headers.join(',');
    if (cors.maxAgeSeconds !== undefined) {
      headers['access-control-max-age'] = String(cors.maxAgeSeconds);
    }
  }
  return headers;
}

/** With CORS configured the gateway answers these itself, whatever the routes say. */
export function isPreflight(request: IncomingMessage): boolean {
  return (
    request.method === 'OPTIONS' &&
    request.headers.origin !== undefined &&
    request.headers['access-control-request-method'] !== undefined
  );
}

import type { ServerResponse } from 'node:http';
import * as z from 'zod';
import type { Outcome } from '../lambda/protocol.ts';

const answerSchema = z.object({
  statusCode: z.coerce.number().int().min(100).max(599),
  headers: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).nullish(),
  cookies: z.array(z.string()).nullish(),
  body: z.string().nullish(),
  isBase64Encoded: z.boolean().nullish(),
});

export type HttpAnswer = {
  status: number;
  headers: Record<string, string | string[]>;
  body: Buffer | string;
};

/** Lambda's limit for one answer (and one event), in bytes of JSON. */
export const LAMBDA_PAYLOAD_BYTES = 6 * 1024 * 1024;

/** An answer the gateway gives by itself. */
export function gatewayAnswer(status: number, message: string): HttpAnswer {
  const headers = { 'content-type': 'application/json' };
  return { status, headers, body: JSON.stringify({ message }) };
}

/** What the caller sees of an invocation; a function's error stays inside. */
export function answerOf(outcome: Outcome): HttpAnswer {
  if (outcome.kind === 'error' || Buffer.byteLength(outcome.payload) > LAMBDA_PAYLOAD_BYTES) {
    return gatewayAnswer(500, 'Internal Server Error');
  }
  const payload: unknown = JSON.parse(outcome.payload);
  const hasStatus = typeof payload === 'object' && payload !== null && 'statusCode' in payload;
  // Format 2.0: anything without a status is the body of a 200 in JSON.
  if (!hasStatus) {
    const body = typeof payload === 'string' ? payload : outcome.payload;
    return { status: 200, headers: { 'content-type': 'application/json' }, body };
  }
  const parsed = answerSchema.safeParse(payload);
  if (!parsed.success) return gatewayAnswer(500, 'Internal Server Error');
  const { statusCode, headers, cookies, body, isBase64Encoded } = parsed.data;
  const own = Object.entries(headers ?? {}).map(([name, value]) => [
    name.toLowerCase(),
    `${value}`,
  ]);
  return {
    status: statusCode,
    headers: {
      'content-type': 'text/plain; charset=utf-8',
      ...Object.fromEntries(own),
      ...(cookies?.length ? { 'set-cookie': cookies } : {}),
    },
    body: isBase64Encoded ? Buffer.from(body ?? '', 'base64') : (body ?? ''),
  };
}

export function sendAnswer(response: ServerResponse, answer: HttpAnswer): void {
  const hasNoBody = answer.status === 204 || answer.status === 304;
  response.writeHead(answer.status, {
    ...answer.headers,
    ...(hasNoBody ? {} : { 'content-length': Buffer.byteLength(answer.body) }),
  });
  response.end(hasNoBody ? undefined : answer.body);
}

import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { ProblemDocument, type ProblemKind } from '../../schemas/problem.ts';
import type { Problem } from '../desk/problem.ts';

/** Answers are data for one person: no cache keeps them, no page embeds or executes them. */
const headers = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=63072000; includeSubDomains',
  'x-content-type-options': 'nosniff',
} as const;

/** Seconds after which another try makes sense; fuses count by the hour. */
const retryAfterSeconds: Readonly<Partial<Record<ProblemKind, number>>> = {
  'too-many': 3600,
  unavailable: 5,
};

export const jsonAnswer = (
  status: number,
  body: unknown,
  requestId: string,
): APIGatewayProxyStructuredResultV2 => ({
  statusCode: status,
  headers: { ...headers, 'content-type': 'application/json', 'x-request-id': requestId },
  body: JSON.stringify(body),
});

/** The problem as RFC 9457 (`application/problem+json`). */
export const problemAnswer = (
  problem: Problem,
  requestId: string,
): APIGatewayProxyStructuredResultV2 => {
  const document = ProblemDocument.parse({
    type: `urn:firstline:problem:${problem.code}`,
    title: problem.message,
    status: problem.status,
    code: problem.code,
    requestId,
    ...problem.extras,
  });
  const seconds = retryAfterSeconds[problem.kind];
  return asProblem(
    document,
    requestId,
    seconds === undefined ? {} : { 'retry-after': String(seconds) },
  );
};

/** Anything that is not a Problem: the request id is all a caller learns, and what an operator searches for. */
export const opaqueAnswer = (requestId: string): APIGatewayProxyStructuredResultV2 =>
  asProblem(
    {
      type: 'urn:firstline:problem:internal',
      title: `Something went wrong on our side. If it happens again, report the request id ${requestId}.`,
      status: 500,
      code: 'internal',
      requestId,
    },
    requestId,
  );

const asProblem = (
  document: ProblemDocument,
  requestId: string,
  more: Readonly<Record<string, string>> = {},
): APIGatewayProxyStructuredResultV2 => ({
  statusCode: document.status,
  headers: {
    ...headers,
    ...more,
    'content-type': 'application/problem+json',
    'x-request-id': requestId,
  },
  body: JSON.stringify(document),
});

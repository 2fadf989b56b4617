import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type * as z from 'zod';
import type { Endpoint } from '../../schemas/api/endpoint.ts';
import { invalid } from '../desk/problem.ts';
import { readBody } from './read-body.ts';

type Part = 'params' | 'query' | 'body';

/**
 * Parses what the endpoint asks for and nothing else.
 * @throws Problem `input.invalid` naming every field of the first faulty part, and what `readBody` throws
 */
export const readInput = (
  endpoint: Endpoint,
  event: APIGatewayProxyEventV2,
  params: Readonly<Record<string, string>>,
) => ({
  params: parsePart('params', endpoint.params, () => params),
  query: parsePart('query', endpoint.query, () =>
    Object.fromEntries(new URLSearchParams(event.rawQueryString)),
  ),
  body: parsePart('body', endpoint.body, () => readBody(event)),
});

/** What the schema refuses, by code and values, so that screens can say it in their language. */
const sayable = (issue: z.core.$ZodIssue): { code: string; data?: Record<string, string> } => {
  switch (issue.code) {
    case 'too_small':
      return { code: `too-small.${issue.origin}`, data: { least: String(issue.minimum) } };
    case 'too_big':
      return { code: `too-big.${issue.origin}`, data: { most: String(issue.maximum) } };
    default:
      return { code: issue.code.replaceAll('_', '-') };
  }
};

const parsePart = (part: Part, schema: z.ZodType | undefined, read: () => unknown): unknown => {
  if (!schema) return undefined;
  const parsed = schema.safeParse(read());
  if (parsed.success) return parsed.data;
  throw invalid('input.invalid', 'Some of what was sent cannot be understood.', {
    errors: parsed.error.issues.map((issue) => ({
      path: [part, ...issue.path].join('.'),
      message: issue.message,
      ...sayable(issue),
    })),
  });
};

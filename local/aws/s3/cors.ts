import type { IncomingHttpHeaders } from 'node:http';
import type { CorsRule } from '../contract.ts';
import { AwsError } from '../gateway/aws-error.ts';
import type { Answer } from '../gateway/call.ts';
import { matcherOf } from '../iam/pattern.ts';

/** Headers a browser needs on an answer; none without an Origin or a rule for it. */
export function corsHeaders(
  rules: readonly CorsRule[],
  headers: IncomingHttpHeaders,
  method: string,
): Record<string, string> {
  const origin = headers.origin;
  const rule = origin && ruleFor(rules, origin, method);
  if (!rule) return {};
  const isOpen = rule.allowedOrigins.includes('*');
  return {
    'access-control-allow-origin': isOpen ? '*' : origin,
    'access-control-allow-methods': rule.allowedMethods.join(', '),
    ...(rule.exposedHeaders?.length && {
      'access-control-expose-headers': rule.exposedHeaders.join(', '),
    }),
    ...(!isOpen && { 'access-control-allow-credentials': 'true' }),
    vary: 'Origin, Access-Control-Request-Headers, Access-Control-Request-Method',
  };
}

/** @throws AwsError AccessForbidden when no rule of the bucket allows the announced request. */
export function preflight(rules: readonly CorsRule[], headers: IncomingHttpHeaders): Answer {
  const method = headers['access-control-request-method']?.toString() ?? '';
  const wanted = (headers['access-control-request-headers']?.toString() ?? '')
    .split(',')
    .map((name) => name.trim().toLowerCase())
    .filter((name) => name !== '');
  const rule = ruleFor(rules, headers.origin ?? '', method);
  if (!rule || !wanted.every((name) => allowsHeader(rule, name))) {
    throw new AwsError(
      'AccessForbidden',
      "CORSResponse: This CORS request is not allowed. This is usually because the evaluation of Origin, request method / Access-Control-Request-Method or Access-Control-Request-Headers are not whitelisted by the resource's CORS spec.",
      { status: 403 },
    );
  }
  return {
    status: 200,
    headers: {
      ...corsHeaders(rules, headers, method),
      ...(wanted.length > 0 && { 'access-control-allow-headers': wanted.join(', ') }),
      ...(rule.maxAgeSeconds && { 'access-control-max-age': String(rule.maxAgeSeconds) }),
    },
    body: '',
  };
}

function ruleFor(rules: readonly CorsRule[], origin: string, method: string): CorsRule | undefined {
  return rules.find(
    (rule) =>
      rule.allowedMethods.includes(method) &&
      rule.allowedOrigins.some((pattern) => matcherOf(pattern)(origin)),
  );
}

function allowsHeader(rule: CorsRule, name: string): boolean {
  return (rule.allowedHeaders ?? []).some((pattern) => matcherOf(pattern.toLowerCase())(name));
}

import { AwsError } from './aws-error.ts';
import type { Answer } from './call.ts';

export type JsonObject = Record<string, unknown>;

/** @throws AwsError SerializationException when the body is no JSON object. */
export function parseJson(body: Buffer): JsonObject {
  if (body.length === 0) return {};
  try {
    const parsed: unknown = JSON.parse(body.toString('utf8'));
    if (isObject(parsed)) return parsed;
  } catch (cause) {
    throw Object.assign(new AwsError('SerializationException', 'The body is not JSON.'), { cause });
  }
  throw new AwsError('SerializationException', 'The body is not a JSON object.');
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** AWS JSON 1.0 and 1.1: the operation is in a header, the error's kind in `__type`. */
export function jsonAnswer(document: unknown, status = 200): Answer {
  return {
    status,
    headers: { 'content-type': 'application/x-amz-json-1.0' },
    body: JSON.stringify(document),
  };
}

export function jsonRefusal(error: AwsError): Answer {
  return jsonAnswer(
    { __type: error.code, message: error.message, Message: error.message, ...error.details },
    error.status,
  );
}

/** REST JSON: the error's kind is in a header. */
export function restAnswer(document: unknown, status = 200): Answer {
  return {
    status,
    headers: { 'content-type': 'application/json' },
    body: document === undefined ? '' : JSON.stringify(document),
  };
}

export function restRefusal(error: AwsError): Answer {
  const answer = restAnswer({ message: error.message, ...error.details }, error.status);
  answer.headers['x-amzn-errortype'] = error.code;
  return answer;
}

import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { Problem } from '../desk/problem.ts';

/** A reply may have 100,000 characters, each up to six bytes when escaped; nothing else comes near. */
export const maxBodyBytes = 1024 * 1024;
/** Our deepest input has four levels. */
const maxDepth = 12;

/**
 * The request's JSON body; an absent one reads as `{}`.
 * @throws Problem `body.too-large`, `body.not-json` (415 or 400), `body.too-deep`
 */
export const readBody = (
  event: Pick<APIGatewayProxyEventV2, 'body' | 'headers' | 'isBase64Encoded'>,
): unknown => {
  if (!event.body) return {};
  if (Buffer.byteLength(event.body, event.isBase64Encoded ? 'base64' : 'utf8') > maxBodyBytes)
    throw new Problem(
      'too-large',
      'body.too-large',
      `The request's body is larger than ${maxBodyBytes} bytes.`,
    );
  if (!isJsonType(event.headers['content-type']))
    throw new Problem(
      'unsupported-type',
      'body.not-json',
      'Send the body as JSON with "content-type: application/json".',
    );
  const text = event.isBase64Encoded
    ? Buffer.from(event.body, 'base64').toString('utf8')
    : event.body;
  if (depthOf(text) > maxDepth)
    throw new Problem(
      'invalid',
      'body.too-deep',
      `The request's body nests deeper than ${maxDepth} levels.`,
    );
  try {
    return JSON.parse(text, (_key, value: unknown) =>
      typeof value === 'string' ? sendable(value) : value,
    );
  } catch (cause) {
    throw new Problem('invalid', 'body.not-json', 'The request’s body is not valid JSON.', {
      cause,
    });
  }
};

/** Halves of surrogate pairs and NULs are nobody's text, and no channel takes them. */
const sendable = (text: string): string => text.toWellFormed().replaceAll('\0', '');

const isJsonType = (type = ''): boolean => /^application\/(?:[\w.-]+\+)?json\s*(?:;|$)/i.test(type);

/** How deep brackets nest outside of strings; counted before parsing, so that depth costs nothing. */
const depthOf = (text: string): number => {
  let depth = 0;
  let deepest = 0;
  let isInString = false;
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index];
    if (isInString) {
      if (character === '\\') index += 1;
      else if (character === '"') isInString = false;
    } else if (character === '"') isInString = true;
    else if (character === '{' || character === '[') deepest = Math.max(deepest, ++depth);
    else if (character === '}' || character === ']') depth -= 1;
  }
  return deepest;
};

import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { AwsError } from './aws-error.ts';

export interface SignedRequest {
  method: string;
  /** As received, percent-encoded. */
  path: string;
  query: URLSearchParams;
  headers: IncomingHttpHeaders;
}

const longestValiditySeconds = 604_800;

/**
 * Checks a presigned link as S3 does: signature over method, path, query and signed headers, and
 * its expiry. Source: S3 API Reference, "Authenticating Requests: Using Query Parameters".
 *
 * @throws AwsError SignatureDoesNotMatch or AccessDenied (403) for a tampered or expired link.
 */
export function checkPresigned(request: SignedRequest, secretAccessKey: string, now: number): void {
  const { query } = request;
  const signedAt = timeOf(query.get('X-Amz-Date') ?? '');
  const validSeconds = Number(query.get('X-Amz-Expires'));
  const isSound =
    query.get('X-Amz-Algorithm') === 'AWS4-HMAC-SHA256' &&
    signedAt !== undefined &&
    validSeconds >= 1 &&
    validSeconds <= longestValiditySeconds;
  if (!isSound) {
    throw new AwsError(
      'AuthorizationQueryParametersError',
      'Query-string authentication needs X-Amz-Algorithm, X-Amz-Credential, X-Amz-Signature, X-Amz-Date, X-Amz-SignedHeaders and X-Amz-Expires of at most a week.',
    );
  }
  const given = Buffer.from(query.get('X-Amz-Signature') ?? '');
  const expected = Buffer.from(signatureOf(request, secretAccessKey));
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
    throw new AwsError(
      'SignatureDoesNotMatch',
      'The request signature we calculated does not match the signature you provided. Check your key and signing method.',
      { status: 403 },
    );
  }
  if (now > signedAt + validSeconds * 1000) {
    throw new AwsError('AccessDenied', 'Request has expired', { status: 403 });
  }
}

function signatureOf({ method, path, query, headers }: SignedRequest, secret: string): string {
  const date = query.get('X-Amz-Date') ?? '';
  const scope = (query.get('X-Amz-Credential') ?? '').split('/').slice(1);
  const signedHeaders = (query.get('X-Amz-SignedHeaders') ?? '').split(';');
  const payload =
    query.get('X-Amz-Content-Sha256') ??
    headers['x-amz-content-sha256']?.toString() ??
    'UNSIGNED-PAYLOAD';
  const canonicalQuery = [...query]
    .filter(([name]) => name !== 'X-Amz-Signature')
    .map(([name, value]) => [encoded(name), encoded(value)] as const)
    .sort(([a, x], [b, y]) => (a === b ? (x < y ? -1 : 1) : a < b ? -1 : 1))
    .map((pair) => pair.join('='))
    .join('&');
  const canonicalHeaders = signedHeaders
    .map(
      (name) =>
        `${name}:${String(headers[name] ?? '')
          .trim()
          .replace(/ +/g, ' ')}\n`,
    )
    .join('');
  const canonical = [
    method,
    path
      .split('/')
      .map((part) => encoded(decodeURIComponent(part)))
      .join('/'),
    canonicalQuery,
    canonicalHeaders,
    signedHeaders.join(';'),
    payload,
  ].join('\n');
  const digest = createHash('sha256').update(canonical).digest('hex');
  const text = ['AWS4-HMAC-SHA256', date, scope.join('/'), digest].join('\n');
  const key = scope.reduce<Buffer | string>((key, part) => hmac(key, part), `AWS4${secret}`);
  return hmac(key, text).toString('hex');
}

function hmac(key: Buffer | string, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}

/** RFC 3986: everything but unreserved characters, which encodeURIComponent leaves in part. */
function encoded(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** `20261122T100000Z` as epoch milliseconds. */
function timeOf(text: string): number | undefined {
  const parts = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(text);
  if (!parts) return undefined;
  const [year = 0, month = 1, day, hour, minute, second] = parts.slice(1).map(Number);
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

import { createHash, createHmac } from 'node:crypto';
import type { AwsAccount } from './env.ts';

export type Signable = {
  readonly method: 'GET' | 'PUT' | 'HEAD' | 'POST' | 'DELETE';
  /** Its path percent-encoded as it will be sent. */
  readonly url: URL;
  /** Lower-case names; all are signed. */
  readonly headers: Readonly<Record<string, string>>;
};
type Signing = Pick<AwsAccount, 'region' | 'credentials'> & {
  readonly service: 's3' | 'lambda' | 'ses';
  readonly now: Date;
};

const algorithm = 'AWS4-HMAC-SHA256';
export const unsignedPayload = 'UNSIGNED-PAYLOAD';

export const sha256Hex = (data: string | Uint8Array): string =>
  createHash('sha256').update(data).digest('hex');
const hmac = (key: string | Buffer, text: string): Buffer =>
  createHmac('sha256', key).update(text).digest();

/** RFC 3986: what `encodeURIComponent` leaves alone but AWS does not. */
export const encodeRfc3986 = (text: string): string =>
  encodeURIComponent(text).replace(
    /[!'()*]/g,
    (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`,
  );

/**
 * A request's headers with its signature, version 4.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
 */
export const signHeaders = (
  request: Signable,
  payloadHash: string,
  signing: Signing,
): Readonly<Record<string, string>> => {
  const { accessKeyId, sessionToken } = signing.credentials;
  const headers = {
    ...request.headers,
    host: request.url.host,
    'x-amz-content-sha256': payloadHash,
    'x-amz-date': timestampOf(signing.now),
    ...(sessionToken && { 'x-amz-security-token': sessionToken }),
  };
  const names = Object.keys(headers).toSorted().join(';');
  const signature = signatureOf({ ...request, headers }, payloadHash, signing);
  return {
    ...headers,
    authorization: `${algorithm} Credential=${accessKeyId}/${scopeOf(signing)}, SignedHeaders=${names}, Signature=${signature}`,
  };
};

/**
 * An address that carries its own signature, good for `seconds`. Whoever uses it must send `headers` as signed.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-query-string-auth.html
 */
export const signAddress = (request: Signable, seconds: number, signing: Signing): string => {
  const { accessKeyId, sessionToken } = signing.credentials;
  const headers = { ...request.headers, host: request.url.host };
  const url = new URL(request.url);
  const signed = {
    'X-Amz-Algorithm': algorithm,
    'X-Amz-Credential': `${accessKeyId}/${scopeOf(signing)}`,
    'X-Amz-Date': timestampOf(signing.now),
    'X-Amz-Expires': String(seconds),
    'X-Amz-SignedHeaders': Object.keys(headers).toSorted().join(';'),
    ...(sessionToken && { 'X-Amz-Security-Token': sessionToken }),
  };
  url.search = queryOf([...url.searchParams, ...Object.entries(signed)]);
  const signature = signatureOf({ ...request, url, headers }, unsignedPayload, signing);
  return `${url.href}&X-Amz-Signature=${signature}`;
};

/** `20261122T101500Z` */
const timestampOf = (now: Date): string => now.toISOString().replace(/[-:]|\.\d{3}/g, '');

const scopeOf = ({ now, region, service }: Signing): string =>
  `${timestampOf(now).slice(0, 8)}/${region}/${service}/aws4_request`;

const queryOf = (pairs: readonly (readonly [string, string])[]): string =>
  pairs
    .map(([name, value]) => `${encodeRfc3986(name)}=${encodeRfc3986(value)}`)
    .toSorted()
    .join('&');

/** Every service but S3 signs the path as sent with each segment encoded once more. */
const encodedAgain = (pathname: string): string => pathname.split('/').map(encodeRfc3986).join('/');

const signatureOf = (
  { method, url, headers }: Signable,
  payloadHash: string,
  signing: Signing,
): string => {
  const names = Object.keys(headers).toSorted();
  const canonical = [
    method,
    signing.service === 's3' ? url.pathname : encodedAgain(url.pathname),
    queryOf([...url.searchParams]),
    ...names.map((name) => `${name}:${(headers[name] ?? '').trim().replaceAll(/ +/g, ' ')}`),
    '',
    names.join(';'),
    payloadHash,
  ].join('\n');
  const toSign = [algorithm, timestampOf(signing.now), scopeOf(signing), sha256Hex(canonical)].join(
    '\n',
  );
  const [date = '', region = '', service = '', end = ''] = scopeOf(signing).split('/');
  const key = [date, region, service, end].reduce<string | Buffer>(
    (secret, part) => hmac(secret, part),
    `AWS4${signing.credentials.secretAccessKey}`,
  );
  return hmac(key, toSign).toString('hex');
};

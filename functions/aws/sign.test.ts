import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { describe, expect, test } from 'vitest';
import { newS3Client } from '../storage/s3-client.ts';
import { newSignedLinks } from '../storage/signed-links.ts';
import { sha256Hex, signAddress, signHeaders } from './sign.ts';

/** The account of the examples in S3's API reference. */
const credentials = {
  accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
  sessionToken: undefined,
};
const signing = {
  region: 'us-east-1',
  service: 's3' as const,
  credentials,
  now: new Date('2013-05-24T00:00:00Z'),
};

describe('a signature', () => {
  test('of headers is that of S3’s own example', () => {
    const url = new URL('https://examplebucket.s3.amazonaws.com/test.txt');

    const signed = signHeaders(
      { method: 'GET', url, headers: { range: 'bytes=0-9' } },
      sha256Hex(''),
      signing,
    );

    expect(signed['authorization']).toMatch(
      /Signature=f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41$/,
    );
  });

  test('of an address is that of S3’s own example', () => {
    const url = new URL('https://examplebucket.s3.amazonaws.com/test.txt');

    const address = signAddress({ method: 'GET', url, headers: {} }, 86_400, signing);

    expect(new URL(address).searchParams.get('X-Amz-Signature')).toBe(
      'aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404',
    );
  });
});

describe.each([
  ['S3', undefined],
  ['a stand-in', 'http://127.0.0.1:4566'],
])('a link to %s', (_name, endpoint) => {
  const session = { ...credentials, sessionToken: 'token/with+signs=' };
  const now = new Date('2026-11-02T10:00:00Z');
  const links = newSignedLinks(
    newS3Client({ region: 'eu-central-1', endpoint, credentials: session }),
    'files',
    () => now,
  );
  const sdk = new S3Client({
    region: 'eu-central-1',
    endpoint,
    credentials: session,
    requestChecksumCalculation: 'WHEN_REQUIRED',
  });
  const key = 'uploads/a b/счёт (1)+*.pdf';

  /** Address and query without what the SDK adds for itself. */
  const partsOf = (address: string) => {
    const url = new URL(address);
    for (const name of ['x-id', 'X-Amz-Content-Sha256', 'X-Amz-Signature', 'x-amz-checksum-mode'])
      url.searchParams.delete(name);
    return { path: url.host + url.pathname, query: Object.fromEntries(url.searchParams) };
  };

  test('to read says what the SDK’s says', async () => {
    const ours = await links.toRead(key, {
      disposition: `inline; filename*=UTF-8''a%20b`,
      type: 'image/png',
    });
    const theirs = await getSignedUrl(
      sdk,
      new GetObjectCommand({
        Bucket: 'files',
        Key: key,
        ResponseContentDisposition: `inline; filename*=UTF-8''a%20b`,
        ResponseContentType: 'image/png',
        ResponseCacheControl: 'private, max-age=300',
      }),
      { expiresIn: 300, signingDate: now },
    );

    expect(partsOf(ours)).toEqual(partsOf(theirs));
  });

  test('to put fixes size and type by signature, as the SDK’s does', async () => {
    const { url, headers } = await links.toPut(key, { size: 12, type: 'image/png' });
    const theirs = await getSignedUrl(
      sdk,
      new PutObjectCommand({
        Bucket: 'files',
        Key: key,
        ContentLength: 12,
        ContentType: 'image/png',
      }),
      {
        expiresIn: 300,
        signingDate: now,
        signableHeaders: new Set(['host', 'content-length', 'content-type']),
      },
    );

    expect(partsOf(url)).toEqual(partsOf(theirs));
    expect(new URL(url).searchParams.get('X-Amz-SignedHeaders')).toBe(
      'content-length;content-type;host',
    );
    expect(headers).toEqual({ 'content-type': 'image/png' });
  });
});

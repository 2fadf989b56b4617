import { signAddress } from '../aws/sign.ts';
import type { S3Client } from './s3-client.ts';

/** A link is a credential: long enough to be clicked, too short to be passed around. */
export const linkSeconds = 5 * 60;

export type SignedLinks = {
  /** Reading one object; `disposition` and `type` are what the browser will be told. */
  readonly toRead: (
    key: string,
    as: { readonly disposition: string; readonly type: string },
  ) => Promise<string>;
  /** The object as it is, for a provider's servers to fetch within so many seconds. */
  readonly toFetch: (key: string, seconds: number) => Promise<string>;
  /** Putting one object of exactly this size and type; the browser must send `headers` as they are. */
  readonly toPut: (
    key: string,
    file: { readonly size: number; readonly type: string },
  ) => Promise<{ readonly url: string; readonly headers: Readonly<Record<string, string>> }>;
};

/** Signs as the function's own role: a link can do no more than the function may. */
export const newSignedLinks = (
  s3: Pick<S3Client, 'account' | 'urlOf'>,
  bucket: string,
  now: () => Date = () => new Date(),
): SignedLinks => {
  const signing = () => ({ ...s3.account, service: 's3' as const, now: now() });
  return {
    toRead: async (key, { disposition, type }) => {
      const url = s3.urlOf(bucket, key);
      url.searchParams.set('response-cache-control', 'private, max-age=300');
      url.searchParams.set('response-content-disposition', disposition);
      url.searchParams.set('response-content-type', type);
      return signAddress({ method: 'GET', url, headers: {} }, linkSeconds, signing());
    },
    toFetch: async (key, seconds) =>
      signAddress({ method: 'GET', url: s3.urlOf(bucket, key), headers: {} }, seconds, signing()),
    toPut: async (key, { size, type }) => {
      // Signed as headers, so that S3 refuses another length or type.
      const headers = { 'content-length': String(size), 'content-type': type };
      const url = signAddress(
        { method: 'PUT', url: s3.urlOf(bucket, key), headers },
        linkSeconds,
        signing(),
      );
      // The browser sets content-length itself from the file.
      return { url, headers: { 'content-type': type } };
    },
  };
};

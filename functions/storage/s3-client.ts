import { type AwsAccount, readAwsAccount } from '../aws/env.ts';
import { encodeRfc3986 } from '../aws/sign.ts';
import { newSignedFetch, type SignedFetch } from '../aws/signed-fetch.ts';

/** S3 as far as the desk needs it: one request in, one answer out (docs/adr/0006). */
export type S3Client = {
  readonly account: AwsAccount;
  readonly send: SignedFetch;
  readonly urlOf: (bucket: string, key: string) => URL;
};

/** In the function's own name, or in that of the account given. */
export const newS3Client = (account: AwsAccount = readAwsAccount()): S3Client => ({
  account,
  send: newSignedFetch(account),
  urlOf: (bucket, key) => {
    const path = key.split('/').map(encodeRfc3986).join('/');
    return new URL(`${baseOf(account, bucket)}/${path}`);
  },
});

/** A stand-in has all buckets below one address; S3 has an address for each. China's partition has its own domain. */
const baseOf = ({ region, endpoint }: AwsAccount, bucket: string): string => {
  if (endpoint) return `${endpoint}/${bucket}`;
  return `https://${bucket}.s3.${region}.amazonaws.com${region.startsWith('cn-') ? '.cn' : ''}`;
};

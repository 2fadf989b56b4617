import { AwsRefusal } from '../aws/signed-fetch.ts';
import type { S3Client } from './s3-client.ts';

export type ObjectFacts = { readonly size: number; readonly type: string };

/**
 * One bucket. Keys are chosen by the caller so that a repeated put writes the same object. S3 says "missing" only to
 * those who may list the bucket; to others it is a refusal, so who may find nothing is granted `s3:ListBucket`.
 */
export type ObjectStore = {
  /** Resolves when the object is stored; S3 checks the bytes against the signed hash. */
  readonly put: (key: string, bytes: Uint8Array | string, type: string) => Promise<void>;
  /** The whole object in memory, `undefined` when there is none; 40 MB at most, SES's limit for a mail. */
  readonly get: (key: string) => Promise<Uint8Array | undefined>;
  /** Size and type without the bytes, `undefined` when there is no such object. */
  readonly head: (key: string) => Promise<ObjectFacts | undefined>;
};

export const newObjectStore = (s3: S3Client, bucket: string): ObjectStore => {
  const ask = async (method: 'GET' | 'HEAD', key: string): Promise<Response | undefined> => {
    const request = { service: 's3', method, url: s3.urlOf(bucket, key), headers: {} } as const;
    const answer = await s3.send(request);
    if (answer.ok) return answer;
    const told = await answer.text();
    if (answer.status === 404) return undefined;
    throw new AwsRefusal(request, answer.status, told);
  };
  return {
    put: async (key, bytes, type) => {
      const url = s3.urlOf(bucket, key);
      const request = {
        service: 's3',
        method: 'PUT',
        url,
        headers: { 'content-type': headerSafe(type) },
      } as const;
      const answer = await s3.send({ ...request, body: bytes });
      const told = await answer.text();
      if (!answer.ok) throw new AwsRefusal(request, answer.status, told);
    },
    get: async (key) => {
      const answer = await ask('GET', key);
      return answer && new Uint8Array(await answer.arrayBuffer());
    },
    head: async (key) => {
      const answer = await ask('HEAD', key);
      return answer && factsOf(answer);
    },
  };
};

const factsOf = ({ headers }: Response): ObjectFacts => ({
  size: Number(headers.get('content-length') ?? 0),
  type: headers.get('content-type') ?? 'application/octet-stream',
});

/** Types come from mails and browsers; one that cannot stand in a header says nothing anyway. */
const headerSafe = (type: string): string =>
  /^[\x21-\x7e][\x20-\x7e]*$/.test(type) ? type.trim() : 'application/octet-stream';

import type { AwsAccount } from '../../aws/env.ts';
import { AwsRefusal } from '../../aws/signed-fetch.ts';
import { newS3Client } from '../../storage/s3-client.ts';

export type ListedObject = {
  readonly key: string;
  /** ISO 8601 with milliseconds. */
  readonly modifiedAt: string;
};

/** Every object below a prefix, a thousand to a request, in the order of their keys. */
export async function* listObjects(
  account: AwsAccount,
  { bucket, prefix }: { readonly bucket: string; readonly prefix: string },
): AsyncGenerator<ListedObject> {
  const s3 = newS3Client(account);
  let token: string | undefined;
  do {
    const url = s3.urlOf(bucket, '');
    url.searchParams.set('list-type', '2');
    url.searchParams.set('prefix', prefix);
    if (token !== undefined) url.searchParams.set('continuation-token', token);
    const request = { service: 's3', method: 'GET', url, headers: {} } as const;
    const answer = await s3.send(request);
    const xml = await answer.text();
    if (!answer.ok) throw new AwsRefusal(request, answer.status, xml);
    yield* objectsIn(xml);
    token = textOf(xml, 'NextContinuationToken');
  } while (token !== undefined);
}

/** S3's list is flat and escapes its texts, so no XML parser is needed for two of its elements. */
const objectsIn = (xml: string): readonly ListedObject[] =>
  [...xml.matchAll(/<Contents>(.*?)<\/Contents>/gs)].map(([, content = '']) => ({
    key: textOf(content, 'Key') ?? '',
    modifiedAt: new Date(textOf(content, 'LastModified') ?? 0).toISOString(),
  }));

const entities: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  amp: '&',
};

const textOf = (xml: string, name: string): string | undefined =>
  new RegExp(`<${name}>([^<]*)</${name}>`)
    .exec(xml)?.[1]
    ?.replaceAll(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (all, hex, decimal, word: string) => {
      if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
      return decimal === undefined
        ? (entities[word] ?? all)
        : String.fromCodePoint(Number(decimal));
    });

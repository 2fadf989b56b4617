import { AwsError } from '../gateway/aws-error.ts';
import type { Answer } from '../gateway/call.ts';
import type { ObjectStore } from './object-store.ts';
import { type XmlNode, xmlAnswer } from './xml.ts';

/** ListObjectsV2: keys in UTF-8 order, a page of at most 1,000, folded at the delimiter. */
export function listAnswer(store: ObjectStore, bucket: string, query: URLSearchParams): Answer {
  const prefix = query.get('prefix') ?? '';
  const delimiter = query.get('delimiter') ?? '';
  const max = Math.min(Number(query.get('max-keys') ?? 1000), 1000);
  if (!Number.isInteger(max) || max < 0) {
    throw new AwsError(
      'InvalidArgument',
      'Provided max-keys not an integer or within integer range',
    );
  }
  const token = query.get('continuation-token');
  const startAfter = query.get('start-after') ?? '';
  let after = token === null ? startAfter : Buffer.from(token, 'base64url').toString('utf8');

  const contents: XmlNode[] = [];
  const commonPrefixes: XmlNode[] = [];
  const count = (): number => contents.length + commonPrefixes.length;
  let isTruncated = false;
  for (;;) {
    if (max === 0) break;
    const wanted = delimiter ? 1 : max - count() + 1;
    const page = store.list(bucket, { prefix, after }, wanted);
    if (page.length === 0) break;
    if (count() >= max) {
      isTruncated = true;
      break;
    }
    for (const entry of page.slice(0, max - count())) {
      const fold = delimiter ? entry.key.indexOf(delimiter, prefix.length) : -1;
      if (fold === -1) {
        contents.push({
          Key: entry.key,
          LastModified: new Date(entry.modifiedAt).toISOString(),
          ETag: entry.eTag,
          Size: entry.size,
          StorageClass: 'STANDARD',
        });
        after = entry.key;
      } else {
        const folded = entry.key.slice(0, fold + delimiter.length);
        commonPrefixes.push({ Prefix: folded });
        // Behind every key below the fold.
        after = `${folded}\u{10FFFF}`;
      }
    }
  }
  return xmlAnswer('ListBucketResult', {
    Name: bucket,
    Prefix: encoded(prefix, query),
    Delimiter: delimiter || undefined,
    MaxKeys: max,
    KeyCount: count(),
    IsTruncated: isTruncated,
    EncodingType: query.get('encoding-type') ?? undefined,
    StartAfter: startAfter || undefined,
    ContinuationToken: token ?? undefined,
    NextContinuationToken: isTruncated ? Buffer.from(after).toString('base64url') : undefined,
    Contents: contents.map((each) => ({ ...each, Key: encoded(String(each.Key), query) })),
    CommonPrefixes: commonPrefixes.map(({ Prefix }) => ({
      Prefix: encoded(String(Prefix), query),
    })),
  });
}

function encoded(text: string, query: URLSearchParams): string {
  return query.get('encoding-type') === 'url'
    ? encodeURIComponent(text).replaceAll('%2F', '/')
    : text;
}

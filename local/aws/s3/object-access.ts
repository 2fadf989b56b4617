import type { ObjectAccess } from '../access.ts';
import type { AwsCallbacks } from '../contract.ts';
import type { ObjectStore } from './object-store.ts';

/** The buckets without HTTP, for services that write into them, such as SES's receipt rules. */
export function objectAccess(
  store: ObjectStore,
  created: AwsCallbacks['objectCreated'],
): ObjectAccess {
  return {
    async put(bucketName, key, body, contentType = 'binary/octet-stream') {
      const headers = { 'content-type': contentType };
      const { size, eTag, modifiedAt } = await store.put(bucketName, key, { body, headers });
      const at = new Date(modifiedAt).toISOString();
      const tag = eTag.slice(1, -1);
      created?.({ bucketName, key, size, eTag: tag, eventName: 'ObjectCreated:Put', at });
      return { eTag: tag };
    },
    async get(bucketName, key) {
      const entry = store.entry(bucketName, key);
      if (!entry) return undefined;
      const metadata = Object.entries(entry.headers)
        .filter(([name]) => name.startsWith('x-amz-meta-'))
        .map(([name, value]) => [name.slice('x-amz-meta-'.length), value]);
      return {
        body: await store.body(entry),
        contentType: entry.headers['content-type'] ?? '',
        eTag: entry.eTag.slice(1, -1),
        metadata: Object.fromEntries(metadata),
        lastModified: new Date(entry.modifiedAt),
      };
    },
  };
}

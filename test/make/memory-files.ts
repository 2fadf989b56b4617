import type { ObjectStore } from '../../functions/storage/object-store.ts';
import type { SignedLinks } from '../../functions/storage/signed-links.ts';

/** A bucket of one test. */
export const memoryFiles = (): ObjectStore & { readonly keys: () => readonly string[] } => {
  const objects = new Map<string, { bytes: Uint8Array; type: string }>();
  return {
    keys: () => [...objects.keys()],
    put: async (key, bytes, type) => void objects.set(key, { bytes: Buffer.from(bytes), type }),
    get: async (key) => objects.get(key)?.bytes,
    head: async (key) => {
      const found = objects.get(key);
      return found && { size: found.bytes.length, type: found.type };
    },
  };
};

/** Links that say what was asked for. */
export const memoryLinks = (bucket: string): SignedLinks => ({
  toRead: async (key, { disposition }) =>
    `https://${bucket}.example/${key}?disposition=${encodeURIComponent(disposition)}`,
  toFetch: async (key) => `https://${bucket}.example/${key}`,
  toPut: async (key, { type }) => ({
    url: `https://${bucket}.example/${key}`,
    headers: { 'content-type': type },
  }),
});

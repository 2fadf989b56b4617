import type { ObjectStore } from '../../storage/object-store.ts';

type Stored = { readonly bytes: Uint8Array; readonly type: string };
export type MemoryFiles = Pick<ObjectStore, 'get' | 'put'> & {
  readonly all: () => readonly (Stored & { readonly key: string })[];
};

/** One bucket's objects until they are uploaded together. */
export const memoryFiles = (): MemoryFiles => {
  const objects = new Map<string, Stored>();
  return {
    put: async (key, bytes, type) =>
      void objects.set(key, {
        bytes: typeof bytes === 'string' ? Buffer.from(bytes) : bytes,
        type,
      }),
    get: async (key) => objects.get(key)?.bytes,
    all: () => [...objects].map(([key, stored]) => ({ key, ...stored })),
  };
};

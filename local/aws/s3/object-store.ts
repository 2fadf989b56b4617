import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { open, readFile, rename, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { type ObjectEntry, openObjectIndex } from './object-index.ts';

export type ObjectStore = ReturnType<typeof openObjectStore>;

/** Larger bodies get a file of their own. */
const inlineBytes = 64 * 1024;

/** Objects below the data folder. A put is visible whole or not at all, also after `kill -9`. */
export function openObjectStore(dataFolder: string) {
  const folder = join(dataFolder, 'objects');
  mkdirSync(folder, { recursive: true });
  const index = openObjectIndex(join(dataFolder, 'objects.sqlite'));

  async function put(
    bucket: string,
    key: string,
    { body, headers }: { body: Uint8Array; headers: Record<string, string> },
  ): Promise<ObjectEntry> {
    const isInline = body.length <= inlineBytes;
    const entry: ObjectEntry = {
      key,
      size: body.length,
      eTag: `"${createHash('md5').update(body).digest('hex')}"`,
      modifiedAt: Date.now(),
      headers,
      inline: isInline ? body : null,
      file: isInline ? null : await writeNew(body),
    };
    const replaced = index.get(bucket, key)?.file;
    index.put(bucket, entry);
    if (replaced) await unlink(join(folder, replaced));
    return entry;
  }

  /** A new name for every put: readers of the old body are not disturbed. */
  async function writeNew(body: Uint8Array): Promise<string> {
    const name = randomUUID();
    const temporary = join(folder, `${name}.part`);
    const handle = await open(temporary, 'w');
    try {
      await handle.writeFile(body);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, join(folder, name));
    return name;
  }

  return {
    put,
    entry: (bucket: string, key: string) => index.get(bucket, key),
    async body(entry: ObjectEntry): Promise<Buffer> {
      if (entry.file) return readFile(join(folder, entry.file));
      return Buffer.from(entry.inline ?? new Uint8Array());
    },
    async remove(bucket: string, key: string): Promise<void> {
      const file = index.get(bucket, key)?.file;
      index.remove(bucket, key);
      if (file) await unlink(join(folder, file));
    },
    list: index.list,
    close: index.close,
  };
}

import { DatabaseSync } from 'node:sqlite';

/** What is known of an object beside its bytes. */
export interface ObjectEntry {
  key: string;
  size: number;
  eTag: string;
  /** Epoch milliseconds. */
  modifiedAt: number;
  /** Headers given back on reading: content-type, x-amz-meta-…, checksums. */
  headers: Record<string, string>;
  /** Small bodies lie in the index itself, others in a file of this name. */
  inline: Uint8Array | null;
  file: string | null;
}

const schema = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = NORMAL;
  -- A checkpoint syncs the file and stops the process meanwhile: seldom is better (16 MB).
  PRAGMA wal_autocheckpoint = 4000;
  CREATE TABLE IF NOT EXISTS objects (
    bucket TEXT NOT NULL, key TEXT NOT NULL, size INTEGER NOT NULL, eTag TEXT NOT NULL,
    modifiedAt INTEGER NOT NULL, headers TEXT NOT NULL, inline BLOB, file TEXT,
    PRIMARY KEY (bucket, key)
  );
`;

/** Keys in the order of their UTF-8 bytes, as S3 lists them. A row appears whole or not at all. */
export function openObjectIndex(file: string) {
  const database = new DatabaseSync(file);
  database.exec(schema);
  const put = database.prepare(
    `INSERT OR REPLACE INTO objects (bucket, key, size, eTag, modifiedAt, headers, inline, file)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const get = database.prepare('SELECT * FROM objects WHERE bucket = ? AND key = ?');
  const remove = database.prepare('DELETE FROM objects WHERE bucket = ? AND key = ?');
  const list = database.prepare(
    `SELECT key, size, eTag, modifiedAt FROM objects
     WHERE bucket = ?1 AND key > ?2 AND key <= ?3 || char(1114111)
       AND substr(key, 1, length(?3)) = ?3 ORDER BY key LIMIT ?4`,
  );

  return {
    put(bucket: string, entry: ObjectEntry): void {
      const { key, size, eTag, modifiedAt, headers, inline, file } = entry;
      put.run(bucket, key, size, eTag, modifiedAt, JSON.stringify(headers), inline, file);
    },
    get(bucket: string, key: string): ObjectEntry | undefined {
      const row = get.get(bucket, key);
      if (!row) return undefined;
      const entry = row as unknown as ObjectEntry;
      return { ...entry, headers: JSON.parse(String(row.headers)) };
    },
    remove: (bucket: string, key: string) => void remove.run(bucket, key),
    /** Entries with this prefix behind `after`, without their bodies. */
    list: (bucket: string, { prefix, after }: { prefix: string; after: string }, max: number) =>
      // Starting just before the prefix spares walking over all smaller keys.
      list.all(bucket, after > prefix ? after : before(prefix), prefix, max) as unknown as Pick<
        ObjectEntry,
        'key' | 'size' | 'eTag' | 'modifiedAt'
      >[],
    close: () => database.close(),
  };
}

/** A text that sorts before the prefix itself and after everything smaller that matters. */
function before(prefix: string): string {
  return prefix.slice(0, -1);
}

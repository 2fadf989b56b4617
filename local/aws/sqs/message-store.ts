import { randomUUID } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';
import type { QueueDepth } from '../access.ts';

/** A message at rest. Times are epoch milliseconds. */
export interface StoredMessage {
  id: number;
  messageId: string;
  body: string;
  /** JSON of the message attributes, or null. */
  attributes: string | null;
  sender: string;
  sentAt: number;
  receiveCount: number;
  firstReceivedAt: number | null;
  /** Queue whose dead letters these are. */
  source: string | null;
  expiresAt: number;
}

export interface NewMessage {
  queue: string;
  messageId: string;
  body: string;
  attributes: string | null;
  sender: string;
  sentAt: number;
  visibleAt: number;
  expiresAt: number;
}

/**
 * Messages of all queues in one SQLite file. A commit survives the death of the process; only a
 * power cut may take the last ones (`synchronous = NORMAL`), which a stand-in can afford.
 */
export type MessageStore = ReturnType<typeof openMessageStore>;

const schema = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = NORMAL;
  -- A checkpoint syncs the file and stops the process meanwhile: seldom is better (16 MB).
  PRAGMA wal_autocheckpoint = 4000;
  CREATE TABLE IF NOT EXISTS messages (
    id INTEGER PRIMARY KEY AUTOINCREMENT, queue TEXT NOT NULL, messageId TEXT NOT NULL,
    body TEXT NOT NULL, attributes TEXT, sender TEXT NOT NULL, sentAt INTEGER NOT NULL,
    visibleAt INTEGER NOT NULL, expiresAt INTEGER NOT NULL, receiveCount INTEGER NOT NULL DEFAULT 0,
    firstReceivedAt INTEGER, handle TEXT, source TEXT
  );
  CREATE INDEX IF NOT EXISTS inOrder ON messages (queue, visibleAt, id);
  CREATE INDEX IF NOT EXISTS byExpiry ON messages (expiresAt);
`;

export function openMessageStore(file: string) {
  const database = new DatabaseSync(file);
  database.exec(schema);
  // Whoever held messages when the last runner ended died with it: waiting for their visibility
  // timeouts would only keep a person waiting after a crash.
  const now = Date.now();
  database
    .prepare('UPDATE messages SET visibleAt = ? WHERE handle IS NOT NULL AND visibleAt > ?')
    .run(now, now);
  const insert = database.prepare(
    `INSERT INTO messages (queue, messageId, body, attributes, sender, sentAt, visibleAt, expiresAt)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const visible = database.prepare(
    `SELECT id, messageId, body, attributes, sender, sentAt, receiveCount, firstReceivedAt, source,
       expiresAt FROM messages WHERE queue = ? AND visibleAt <= ? ORDER BY visibleAt, id LIMIT ?`,
  );
  const lease = database.prepare(
    `UPDATE messages SET visibleAt = ?, handle = ?, receiveCount = receiveCount + 1,
       firstReceivedAt = coalesce(firstReceivedAt, ?) WHERE id = ?`,
  );
  const next = database.prepare('SELECT min(visibleAt) AS at FROM messages WHERE queue = ?');
  const byId = database.prepare('SELECT queue, handle, visibleAt FROM messages WHERE id = ?');
  const remove = database.prepare('DELETE FROM messages WHERE id = ? AND queue = ? AND handle = ?');
  const removeById = database.prepare('DELETE FROM messages WHERE id = ?');
  const show = database.prepare('UPDATE messages SET visibleAt = ? WHERE id = ?');
  const bury = database.prepare(
    'UPDATE messages SET queue = ?, source = ?, visibleAt = ?, handle = NULL WHERE id = ?',
  );
  const expire = database.prepare('DELETE FROM messages WHERE expiresAt <= ?');
  const purge = database.prepare('DELETE FROM messages WHERE queue = ?');
  // A delayed message was never received; one in flight has a handle.
  const depth = database.prepare(
    `SELECT count(*) FILTER (WHERE visibleAt <= :now) AS visible,
       count(*) FILTER (WHERE visibleAt > :now AND receiveCount > 0) AS inFlight,
       count(*) FILTER (WHERE visibleAt > :now AND receiveCount = 0) AS delayed,
       min(sentAt) AS oldest FROM messages WHERE queue = :queue`,
  );

  return {
    transaction<T>(work: () => T): T {
      database.exec('BEGIN IMMEDIATE');
      try {
        const result = work();
        database.exec('COMMIT');
        return result;
      } catch (error) {
        database.exec('ROLLBACK');
        throw error;
      }
    },
    insert(message: NewMessage): void {
      const { queue, messageId, body, attributes, sender, sentAt, visibleAt, expiresAt } = message;
      insert.run(queue, messageId, body, attributes, sender, sentAt, visibleAt, expiresAt);
    },
    visible: (queue: string, now: number, max: number) =>
      visible.all(queue, now, max) as unknown as StoredMessage[],
    /** Hides the message until then and answers the new receipt handle. */
    lease(id: number, until: number, now: number): string {
      const handle = `${id}.${randomUUID()}`;
      lease.run(until, handle, now, id);
      return Buffer.from(handle).toString('base64url');
    },
    nextVisibleAt: (queue: string) => (next.get(queue) as { at: number | null }).at,
    /** @throws RangeError for a handle that no queue ever gave out. */
    remove(queue: string, receiptHandle: string): void {
      const { id, handle } = partsOf(receiptHandle);
      remove.run(id, queue, handle);
    },
    removeById: (id: number) => removeById.run(id),
    /** Only the newest handle of a message in flight can move its visibility. */
    changeVisibility(
      { queue, receiptHandle, now }: { queue: string; receiptHandle: string; now: number },
      until: number,
    ): 'changed' | 'not-in-flight' {
      const { id, handle } = partsOf(receiptHandle);
      const row = byId.get(id) as
        | { queue: string; handle: string | null; visibleAt: number }
        | undefined;
      if (row?.queue !== queue || row.handle !== handle || row.visibleAt <= now) {
        return 'not-in-flight';
      }
      show.run(until, id);
      return 'changed';
    },
    visibleAt(queue: string, receiptHandle: string): number | undefined {
      const { id, handle } = partsOf(receiptHandle);
      const row = byId.get(id);
      return row?.queue === queue && row.handle === handle ? Number(row.visibleAt) : undefined;
    },
    moveToDeadLetters: (id: number, to: string, from: string, now: number) =>
      bury.run(to, from, now, id),
    expire: (now: number) => expire.run(now),
    purge: (queue: string) => purge.run(queue),
    depth(queue: string, now: number): QueueDepth {
      const row = depth.get({ queue, now }) as Record<string, number | null>;
      return {
        visible: row.visible ?? 0,
        inFlight: row.inFlight ?? 0,
        delayed: row.delayed ?? 0,
        oldestSentAt: row.oldest ? new Date(row.oldest).toISOString() : undefined,
      };
    },
    close: () => database.close(),
  };
}

function partsOf(receiptHandle: string): { id: number; handle: string } {
  const handle = Buffer.from(receiptHandle, 'base64url').toString('utf8');
  const id = Number(/^(\d+)\.[0-9a-f-]{36}$/.exec(handle)?.[1]);
  if (!Number.isSafeInteger(id)) throw new RangeError('The receipt handle is not valid.');
  return { id, handle };
}

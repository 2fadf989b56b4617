import { DatabaseSync } from 'node:sqlite';
import type { Adapter, AdapterPayload } from 'oidc-provider';

/** For the few entries the library gives no end. */
const LONGEST_SECONDS = 30 * 24 * 3_600;

/** oidc-provider's sessions, codes and grants in SQLite: a restart signs nobody out. */
export function sessionStore(file: string): {
  adapter: (kind: string) => Adapter;
  close: () => void;
} {
  const database = new DatabaseSync(file);
  database.exec(`
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = NORMAL;
    CREATE TABLE IF NOT EXISTS entries (
      kind TEXT NOT NULL, id TEXT NOT NULL, payload TEXT NOT NULL,
      uid TEXT, grantId TEXT, expiresAt INTEGER NOT NULL,
      PRIMARY KEY (kind, id)
    );
    CREATE INDEX IF NOT EXISTS entriesByUid ON entries (uid);
    CREATE INDEX IF NOT EXISTS entriesByGrant ON entries (grantId);
  `);
  const write = database.prepare('INSERT OR REPLACE INTO entries VALUES (?, ?, ?, ?, ?, ?)');
  const byId = database.prepare('SELECT payload, expiresAt FROM entries WHERE kind = ? AND id = ?');
  const byUid = database.prepare(
    'SELECT payload, expiresAt FROM entries WHERE kind = ? AND uid = ?',
  );
  const remove = database.prepare('DELETE FROM entries WHERE kind = ? AND id = ?');
  const removeGrant = database.prepare('DELETE FROM entries WHERE grantId = ?');
  database.prepare('DELETE FROM entries WHERE expiresAt < ?').run(now());

  const read = (row: Record<string, unknown> | undefined): AdapterPayload | undefined =>
    row === undefined || Number(row['expiresAt']) < now()
      ? undefined
      : JSON.parse(String(row['payload']));

  const adapter = (kind: string): Adapter => ({
    async upsert(id, payload, expiresIn) {
      const { uid = null, grantId = null } = payload;
      write.run(
        kind,
        id,
        JSON.stringify(payload),
        uid,
        grantId,
        now() + (expiresIn ?? LONGEST_SECONDS),
      );
    },
    async find(id) {
      return read(byId.get(kind, id));
    },
    async findByUid(uid) {
      return read(byUid.get(kind, uid));
    },
    // Device codes are switched off.
    async findByUserCode() {
      return undefined;
    },
    async consume(id) {
      const row = byId.get(kind, id);
      const payload = read(row);
      if (!payload || !row) return;
      const consumed = { ...payload, consumed: now() };
      const { uid = null, grantId = null } = payload;
      write.run(kind, id, JSON.stringify(consumed), uid, grantId, Number(row['expiresAt']));
    },
    async destroy(id) {
      remove.run(kind, id);
    },
    async revokeByGrantId(grantId) {
      removeGrant.run(grantId);
    },
  });
  return { adapter, close: () => database.close() };
}

/** Epoch seconds. */
function now(): number {
  return Math.floor(Date.now() / 1_000);
}

import type { DatabaseSync } from 'node:sqlite';
import type { TableDefinition } from '../contract.ts';
import { AwsError } from '../gateway/aws-error.ts';
import type { Upstream } from './upstream.ts';

/** Keys that were removed because their time had come, not by a caller. */
export interface ExpiredKeys {
  add: (table: string, key: unknown) => void;
  has: (table: string, keyJson: string) => boolean;
}

/** Removals a slow stream reader may still have before it. */
const keysKept = 50_000;

export function expiredKeys(): ExpiredKeys {
  const keys = new Set<string>();
  return {
    add(table, key) {
      const [oldest] = keys;
      if (keys.size >= keysKept && oldest !== undefined) keys.delete(oldest);
      keys.add(nameOf(table, key));
    },
    has: (table, keyJson) => keys.size > 0 && keys.has(nameOf(table, JSON.parse(keyJson))),
  };
}

function nameOf(table: string, key: unknown): string {
  const entries = Object.entries(key as Record<string, unknown>).sort(([a], [b]) =>
    a < b ? -1 : 1,
  );
  return JSON.stringify([table, entries]);
}

/** Removed in one sweep; the rest waits for the next. */
const sweepLimit = 500;

/**
 * Removes items past their time as DynamoDB does, through the database so that indexes and stream
 * follow. The condition spares an item that was given a later time since it was found.
 */
export function sweepOf(
  database: DatabaseSync,
  { create, expiresAttribute }: TableDefinition,
  { upstream, expired }: { upstream: Upstream; expired: ExpiredKeys },
): (nowSeconds: number) => Promise<number> {
  const table = create.TableName;
  if (!expiresAttribute) return async () => 0;
  const at = `CAST(json_extract(item_json, '$.${expiresAttribute}.N') AS INTEGER)`;
  const dated = `json_extract(item_json, '$.${expiresAttribute}.N') IS NOT NULL`;
  database.exec(
    `CREATE INDEX IF NOT EXISTS "firstline_${table}_expiry" ON "${table}" (${at}) WHERE ${dated}`,
  );
  const due = database.prepare(
    `SELECT item_json FROM "${table}" WHERE ${dated} AND ${at} < ? ORDER BY ${at} LIMIT ${sweepLimit}`,
  );
  const keyNames = (create.KeySchema ?? []).map(({ AttributeName = '' }) => AttributeName);

  return async (nowSeconds) => {
    const items = due.all(nowSeconds).map((row) => JSON.parse(String(row.item_json)));
    for (const item of items) {
      const Key = Object.fromEntries(keyNames.map((name) => [name, item[name]]));
      expired.add(table, Key);
      await upstream
        .call('DynamoDB_20120810.DeleteItem', {
          TableName: table,
          Key,
          ConditionExpression: '#at < :now',
          ExpressionAttributeNames: { '#at': expiresAttribute },
          ExpressionAttributeValues: { ':now': { N: String(nowSeconds) } },
        })
        .catch((error: unknown) => {
          const isSpared =
            error instanceof AwsError && error.code === 'ConditionalCheckFailedException';
          if (!isSpared) throw error;
        });
    }
    return items.length;
  };
}

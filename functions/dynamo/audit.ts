import { PutCommand } from '@aws-sdk/lib-dynamodb';
import type { AuditEntry } from '../../schemas/audit.ts';
import type { AuditStore } from '../desk/settings-stores.ts';
import { cursorAt, readCursor } from './cursor.ts';
import {
  auditKey,
  auditPartition,
  auditSortPattern,
  instantKey,
  instantOfKey,
  monthBefore,
} from './keys.ts';
import { query } from './query.ts';
import type { Item, Table } from './table.ts';
import type { Step } from './transact.ts';

/** Changes beyond this are left out, and the entry says so. */
const largestChangesBytes = 100 * 1024;
/** A query answers 1 MB at most, about so many. */
const entriesInPage = 2_000;
/** Months walked back through in one call; each empty one costs half a read unit. */
const mostMonths = 12;

const itemOf = (entry: AuditEntry): Item => {
  const isCut = Buffer.byteLength(JSON.stringify(entry.changes ?? null)) > largestChangesBytes;
  const { changes, ...rest } = entry;
  return { ...auditKey(entry), entry: isCut ? { ...rest, isCut } : { ...rest, changes } };
};

/** For the transaction of what the entry tells about: one is not written without the other. */
export const auditStep = (table: Table, entry: AuditEntry): Step => ({
  Put: { TableName: table.name, Item: itemOf(entry) },
});

export const auditStore = (table: Table): AuditStore => ({
  append: async (entry) => {
    await table.client.send(new PutCommand({ TableName: table.name, Item: itemOf(entry) }));
  },

  list: async ({ limit, cursor, until }) => {
    const last = cursor === undefined ? undefined : readCursor('audit', cursor, auditSortPattern);
    const items: Item[] = [];
    let partition = auditPartition(last === undefined ? until : instantOfKey(last));
    let before: string | undefined = last ?? behind(until);
    let isCut = false;
    for (let months = 0; months < mostMonths && items.length < limit; months += 1) {
      const page = await query(table, {
        partition,
        before,
        descending: true,
        limit: limit - items.length,
      });
      items.push(...page.items);
      isCut = page.isCut;
      if (isCut) break;
      partition = monthBefore(partition);
      before = undefined;
    }
    const end = items.at(-1)?.SK;
    return {
      items: items.map((item) => item['entry'] as AuditEntry),
      // A page of long entries is cut at 1 MB before it is full.
      ...((isCut || items.length === limit) &&
        end !== undefined && { cursor: cursorAt('audit', end) }),
    };
  },

  between: async function* ({ from, to }) {
    for (const partition of monthsOf(from, to)) {
      let after: string | undefined = instantKey(from);
      while (after !== undefined) {
        const page: Awaited<ReturnType<typeof query>> = await query(table, {
          partition,
          after,
          before: behind(to),
          limit: entriesInPage,
        });
        if (page.items.length > 0) yield page.items.map((item) => item['entry'] as AuditEntry);
        // Bounds are included: nothing lies between a key and the key with one more character.
        after = page.isCut ? `${page.items.at(-1)?.SK}!` : undefined;
      }
    }
  },
});

/** Sorts behind every entry of that moment. */
const behind = (instant: string): string => `${instantKey(instant)}$`;

/** Partitions from the first month to the last. */
const monthsOf = (from: string, to: string): readonly string[] => {
  const months: string[] = [];
  for (let month = auditPartition(to); month >= auditPartition(from); month = monthBefore(month))
    months.unshift(month);
  return months;
};

import type { DueStore } from '../desk/stores.ts';
import { cursorAt, readCursor } from './cursor.ts';
import { dueLists, dueUntil, instantOfKey, listOrderPattern, ticketIdOfPartition } from './keys.ts';
import { query } from './query.ts';
import type { Table } from './table.ts';

export const dueStore = (table: Table): DueStore => ({
  shards: dueLists.length,

  listDue: async ({ shard, until, limit, cursor }) => {
    const partition = dueLists[shard];
    if (partition === undefined) throw new RangeError(`no due shard ${shard}`);
    const { items, isCut } = await query(table, {
      index: 'byDue',
      partition,
      ...(cursor && { after: `${readCursor(partition, cursor, listOrderPattern)}!` }),
      before: dueUntil(until),
      limit,
    });
    const last = items.at(-1);
    return {
      items: items.map((item) => ({
        ticketId: ticketIdOfPartition(item.PK),
        nextDueAt: instantOfKey(String(item['dueOrder'])),
      })),
      ...(isCut && last && { cursor: cursorAt(partition, String(last['dueOrder'])) }),
    };
  },
});

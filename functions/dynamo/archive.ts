import type { Message } from '../../schemas/timeline.ts';
import { ticketIdOf } from '../desk/ids.ts';
import type { ArchiveStore } from '../desk/stores.ts';
import { batchGet } from './batch-get.ts';
import { entriesOfItem } from './entry-item.ts';
import { entryBounds, numbersKey, ticketKey, ticketPartition } from './keys.ts';
import { get, query } from './query.ts';
import type { Table } from './table.ts';
import { ticketOfItem } from './ticket-item.ts';

const batch = 100;
/** Numbers are reserved in blocks, so some were never given; no more than this many are asked for. */
const mostNumbers = 4000;
const together = 25;

export const archiveStore = (table: Table): ArchiveStore => ({
  opened: async (ticketId) => {
    const item = await get(table, ticketKey(ticketId));
    const first = item && (await firstMessage(table, ticketId));
    return item && first && { ticket: ticketOfItem(item), first };
  },

  newest: async (count) => {
    let number = Number((await get(table, numbersKey))?.['nextNumber'] ?? 0) - 1;
    const last = Math.max(1, number - mostNumbers);
    const tickets = [];
    while (number >= last && tickets.length < count) {
      const ids = Array.from({ length: Math.min(batch, number - last + 1) }, (_, below) =>
        ticketIdOf(number - below),
      );
      const found = await batchGet(table, ids.map(ticketKey));
      for (const id of ids) {
        const item = found.find(ticketKey(id));
        if (item) tickets.push(ticketOfItem(item));
      }
      number -= ids.length;
    }
    const opened = [];
    const wanted = tickets.slice(0, count);
    for (let from = 0; from < wanted.length; from += together)
      opened.push(
        ...(await Promise.all(
          wanted.slice(from, from + together).map(async (ticket) => ({
            ticket,
            first: await firstMessage(table, ticket.id),
          })),
        )),
      );
    return opened.flatMap(({ ticket, first }) => (first ? [{ ticket, first }] : []));
  },
});

const firstMessage = async (table: Table, ticketId: string): Promise<Message | undefined> => {
  const { items } = await query(table, {
    partition: ticketPartition(ticketId),
    after: entryBounds.first,
    before: entryBounds.last,
    limit: 1,
  });
  return items.flatMap(entriesOfItem).find((entry) => entry.type === 'message');
};

import type { Ticket } from '../../schemas/ticket.ts';
import type { TimelineEntry } from '../../schemas/timeline.ts';
import type { PageRequest, TicketWithTimeline } from '../desk/stores.ts';
import { cursorAt, readCursor } from './cursor.ts';
import { entriesOfItem } from './entry-item.ts';
import {
  entryBounds,
  entrySortPattern,
  isEntrySort,
  isTicketSort,
  ticketPartition,
} from './keys.ts';
import { query } from './query.ts';
import type { Item, Table } from './table.ts';
import { ticketOfItem } from './ticket-item.ts';

/**
 * The ticket sorts behind its entries, so one descending query gives both. DynamoDB cuts a page at 1 MB: a cursor then
 * appears earlier than `limit` says. What the ticket carries is newer than any of them and comes with the first page.
 */
export const loadTimeline = async (
  table: Table,
  {
    ticketId,
    load,
    page: { limit, cursor },
  }: {
    readonly ticketId: string;
    readonly load: (ticketId: string) => Promise<Ticket | undefined>;
    readonly page: PageRequest;
  },
): Promise<TicketWithTimeline | undefined> => {
  const list = `timeline ${ticketId}`;
  const partition = ticketPartition(ticketId);
  if (cursor === undefined) {
    const { items, isCut } = await query(table, { partition, descending: true, limit: limit + 1 });
    const item = items.find(({ SK }) => isTicketSort(SK));
    if (!item) return undefined;
    const ticket = ticketOfItem(item);
    const page = entriesOf(list, items, isCut);
    return { ticket, ...page, entries: [...page.entries, ...(ticket.carried ?? [])] };
  }
  const before = readCursor(list, cursor, entrySortPattern);
  const [ticket, { items, isCut }] = await Promise.all([
    load(ticketId),
    query(table, { partition, descending: true, before, limit }),
  ]);
  return ticket && { ticket, ...entriesOf(list, items, isCut) };
};

/** A page that ends exactly at the first entry still has a cursor; the page behind it is empty. */
const entriesOf = (
  list: string,
  items: readonly Item[],
  isCut: boolean,
): { readonly entries: readonly TimelineEntry[]; readonly cursor?: string } => {
  const shown = items.filter(({ SK }) => isEntrySort(SK));
  const oldest = shown.at(-1)?.SK ?? entryBounds.last;
  return {
    entries: shown.toReversed().flatMap(entriesOfItem).toSorted(byTime),
    ...(isCut && { cursor: cursorAt(list, oldest) }),
  };
};

const byTime = (a: TimelineEntry, b: TimelineEntry) =>
  a.occurredAt < b.occurredAt ? -1 : a.occurredAt > b.occurredAt ? 1 : 0;

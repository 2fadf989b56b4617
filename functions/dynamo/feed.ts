import { PutCommand } from '@aws-sdk/lib-dynamodb';
import type { ChangedTicket, FeedStore } from '../desk/stores.ts';
import { cursorAt, readCursor } from './cursor.ts';
import { secondsAfter } from './expiry.ts';
import { feedKey, feedPartition, instantKey, instantOfKey } from './keys.ts';
import { query } from './query.ts';
import { ofBearableSize, type Table } from './table.ts';

const keptSeconds = 2 * 86_400;
/** Behind more than this a screen is quicker with reading its lists again. */
const longestAbsenceMs = 3 * 3_600_000;
/** Two relays may write within this of each other in the wrong order; the stretch is told twice. */
const overlapMs = 10_000;
const mostItems = 500;
const cursorPattern = /^[0-9a-z]{9}$/;
const list = 'feed';

export const feedStore = (table: Table): FeedStore => ({
  since: async (cursor, now) => {
    const end = cursorAt(list, instantKey(now));
    if (cursor === undefined) return { tickets: [], cursor: end, isGap: true };
    const since = Date.parse(instantOfKey(readCursor(list, cursor, cursorPattern)));
    const from = new Date(since - overlapMs).toISOString();
    if (Date.parse(now) - since > longestAbsenceMs)
      return { tickets: [], cursor: end, isGap: true };
    const pages = await Promise.all(
      hoursBetween(from, now).map((hour) =>
        query(table, { partition: feedPartition(hour), after: instantKey(from), limit: mostItems }),
      ),
    );
    return {
      tickets: newest(pages.flatMap(({ items }) => items.flatMap(ticketsOfItem))),
      cursor: end,
      isGap: pages.some(({ isCut }) => isCut),
    };
  },

  append: async ({ batchId, at, tickets }) => {
    await table.client.send(
      new PutCommand({
        TableName: table.name,
        Item: ofBearableSize({
          ...feedKey(at, batchId),
          tickets,
          expiresAt: secondsAfter(at, keptSeconds),
        }),
      }),
    );
    return cursorAt(list, instantKey(at));
  },
});

const ticketsOfItem = (item: { readonly [attribute: string]: unknown }): readonly ChangedTicket[] =>
  item['tickets'] as readonly ChangedTicket[];

/** One instant in each hour that lies between, both ends included. */
const hoursBetween = (from: string, to: string): readonly string[] => {
  const hour = 3_600_000;
  const first = Math.floor(Date.parse(from) / hour);
  const last = Math.floor(Date.parse(to) / hour);
  return Array.from({ length: last - first + 1 }, (_, index) =>
    new Date((first + index) * hour).toISOString(),
  );
};

/** A ticket that moved and changed once more since has still moved. */
const wasOf = (told: ChangedTicket | undefined) => (told?.was ? { was: told.was } : {});

/** Each ticket once, at its highest version. */
const newest = (tickets: readonly ChangedTicket[]): readonly ChangedTicket[] => {
  const byId = new Map<string, ChangedTicket>();
  for (const ticket of tickets)
    if (ticket.version >= (byId.get(ticket.id)?.version ?? 0))
      byId.set(ticket.id, { ...wasOf(byId.get(ticket.id)), ...ticket });
  return [...byId.values()];
};

import type { IndexName } from '../../schemas/table.ts';
import type { TicketGroup, TicketSummary } from '../../schemas/ticket.ts';
import type { PageOf, PageRequest, TicketStore } from '../desk/stores.ts';
import { groupOf } from '../desk/tickets/states.ts';
import { cursorAt, readCursor } from './cursor.ts';
import {
  isNewestFirst,
  listOrderPattern,
  topicLists,
  topicOrderOf,
  withoutPromise,
} from './keys.ts';
import { query } from './query.ts';
import type { Item, Table } from './table.ts';
import { summaryOfItem } from './ticket-item.ts';

/** The lists of tickets that screens show. */
export const ticketLists = (
  table: Table,
): Pick<TicketStore, 'listByTopic' | 'listAcross' | 'listByAgent' | 'listByCustomer'> => ({
  listByTopic: ({ topic, group, isFree = false, ...page }) =>
    readList(table, page, {
      name: `topic ${topic} ${group}`,
      index: 'byTopic',
      sort: 'topicOrder',
      partitions: topicLists(topic, group),
      isFree,
      descending: isNewestFirst(group),
    }),

  listAcross: ({ topics, group, ...page }) =>
    readList(table, page, {
      name: `all ${group}`,
      index: 'byTopic',
      sort: 'topicOrder',
      partitions: topics.flatMap((topic) => topicLists(topic, group)),
      descending: isNewestFirst(group),
    }),

  listByCustomer: ({ customerIds, ...page }) =>
    readList(table, page, {
      name: `customer ${customerIds[0] ?? ''}`,
      index: 'byCustomer',
      sort: 'customerOrder',
      partitions: customerIds,
      descending: true,
    }),

  listByAgent: async ({ agentId, group, limit, cursor }) => {
    const name = `agent ${agentId} ${group}`;
    const after = cursor ? readCursor(name, cursor, listOrderPattern) : '';
    const { items } = await query(table, {
      index: 'byAgent',
      partition: agentId,
      descending: true,
      limit: mostHeld,
    });
    const rest = items
      .map(summaryOfItem)
      .filter((ticket) => groupOf(ticket.status) === group)
      .map((ticket) => ({ ticket, order: topicOrderOf(ticket, group) }))
      .filter(({ order }) => order > after)
      .toSorted((a, b) => (a.order < b.order ? -1 : 1));
    const shown = rest.slice(0, limit);
    const last = rest.length > limit ? shown.at(-1)?.order : undefined;
    return {
      items: shown.map(({ ticket }) => ticket),
      ...(last !== undefined && { cursor: cursorAt(name, last) }),
    };
  },
});

/**
 * The index is sorted by age and an agent's list by urgency, so it is read whole, newest tickets first: 1,000 lines are
 * about 40 read units and one page of DynamoDB's. Who answers 160 a day holds some hundreds that wait for the customer.
 */
const mostHeld = 1000;

type List = {
  readonly name: string;
  readonly index: IndexName;
  readonly sort: string;
  readonly partitions: readonly string[];
  readonly descending: boolean;
  /** Leaves out what somebody holds. */
  readonly isFree?: boolean;
};

/** Behind a first page so many times the lines are looked through at once: who asks on met many that colleagues hold. */
const lookedThrough = 4;

/** Asks every shard for a page and merges them; orders are unique, so the last one shown is the place to go on from. */
const readList = async (
  table: Table,
  { limit, cursor }: PageRequest,
  list: List,
): Promise<PageOf<TicketSummary>> => {
  const from = cursor ? readCursor(list.name, cursor, listOrderPattern) : undefined;
  const shards = await Promise.all(
    list.partitions.map((partition) =>
      query(table, {
        index: list.index,
        partition,
        descending: list.descending,
        ...(from !== undefined && { [list.descending ? 'before' : 'after']: from }),
        limit: list.isFree && from !== undefined ? limit * lookedThrough : limit,
        ...(list.isFree && { without: 'assigneeId' }),
      }),
    ),
  );
  const orderOf = (item: Item) => String(item[list.sort]);
  const isAhead = (a: string, b: string) => (list.descending ? a > b : a < b);
  // What lies behind the end of a shard's page is not known yet, so nothing behind the nearest end is shown.
  const [end] = shards
    .flatMap((shard) => (shard.end === undefined ? [] : [String(shard.end[list.sort])]))
    .toSorted((a, b) => (isAhead(a, b) ? -1 : 1));
  const merged = shards
    .flatMap(({ items }) => items)
    .filter((item) => end === undefined || !isAhead(end, orderOf(item)))
    .toSorted((a, b) => (isAhead(orderOf(a), orderOf(b)) ? -1 : 1));
  const shown = merged.slice(0, limit);
  const last = shown.at(-1);
  const next = merged.length > limit && last ? orderOf(last) : end;
  return {
    items: shown.map(summaryOfItem),
    ...(next !== undefined && { cursor: cursorAt(list.name, next) }),
  };
};

/** Every line of a list, page by page: to count again only, nobody waits for it. */
export const readAllOfTopic = async (
  table: Table,
  { topic, group }: { readonly topic: string; readonly group: TicketGroup },
  take: (tickets: readonly TicketSummary[]) => void,
): Promise<void> => {
  for (const partition of topicLists(topic, group)) {
    let after: string | undefined;
    do {
      const { items, isCut } = await query(table, {
        index: 'byTopic',
        partition,
        ...(after !== undefined && { after }),
        limit: 500,
      });
      take(items.map(summaryOfItem));
      after = isCut ? String(items.at(-1)?.['topicOrder']) : undefined;
    } while (after !== undefined);
  }
};

/**
 * Tickets among which a topic's longest wait is found: the most urgent, because one topic's promises are equally long,
 * and the first without a promise, which are sorted by their wait. Two queries of a shard, about 4 read units.
 */
export const longestWaiting = async (
  table: Table,
  topic: string,
): Promise<readonly TicketSummary[]> => {
  const stretches = topicLists(topic, 'active').flatMap((partition) => [
    { index: 'byTopic' as const, partition, limit: 50 },
    { index: 'byTopic' as const, partition, after: withoutPromise, limit: 10 },
  ]);
  const pages = await Promise.all(stretches.map((stretch) => query(table, stretch)));
  return pages.flatMap(({ items }) => items.map(summaryOfItem));
};

import { PutCommand } from '@aws-sdk/lib-dynamodb';
import type { ArrivalDay } from '../../schemas/peak.ts';
import type { ArrivalStore } from '../desk/arrival-stores.ts';
import type { Arrivals } from '../desk/peaks/arrivals.ts';
import { arrivalDayKey, arrivalsPartition, queueCountsKey } from './keys.ts';
import { pack, unpack } from './packed.ts';
import { get, query } from './query.ts';
import type { Item, Table } from './table.ts';

/** Items of one year. */
const mostDays = 366;

export const arrivalStore = (table: Table): ArrivalStore => ({
  days: async (first, last) => {
    const years = yearsBetween(first, last);
    const pages = await Promise.all(
      years.map((year) =>
        query(table, {
          partition: arrivalsPartition(year),
          // A key condition of two ends includes both.
          after: first,
          before: last,
          limit: mostDays,
        }),
      ),
    );
    return pages.flatMap(({ items }) => items.map(dayOfItem));
  },

  save: async (day) => {
    await table.client.send(new PutCommand({ TableName: table.name, Item: arrivalItem(day) }));
  },

  recent: async () => arrivalsOfItem(await get(table, queueCountsKey)),
});

export const arrivalItem = ({ day, topics }: ArrivalDay): Item => ({
  ...arrivalDayKey(day),
  topics: pack(topics),
});

const dayOfItem = ({ SK, topics }: Item): ArrivalDay => ({
  day: SK,
  topics: unpack<ArrivalDay['topics']>(topics),
});

/** Of the counters' item: tally counts arrivals in the same write as queues. */
export const arrivalsOfItem = (item: Item | undefined): Arrivals | undefined =>
  item?.['arrivals'] === undefined ? undefined : unpack<Arrivals>(item['arrivals']);

const yearsBetween = (first: string, last: string): readonly string[] => {
  const from = Number(first.slice(0, 4));
  const to = Number(last.slice(0, 4));
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => String(from + index));
};

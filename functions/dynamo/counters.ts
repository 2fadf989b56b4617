import { type Holding, loadOf } from '../desk/presence/loads.ts';
import type { CounterStore, LoadStore, QueueCount } from '../desk/stores.ts';
import { queueCountsKey } from './keys.ts';
import { unpack } from './packed.ts';
import { get } from './query.ts';
import type { Item, Table } from './table.ts';

export const counterStore = (table: Table): CounterStore & LoadStore => ({
  queues: async () => countsOfItem(await get(table, queueCountsKey)),
  loads: async () => holdingsOfItem(await get(table, queueCountsKey)).map(loadOf),
  work: async () => {
    const item = await get(table, queueCountsKey);
    const counted = new Set(versionsCounted(item).flatMap(({ versions }) => versions));
    return {
      loads: holdingsOfItem(item).map(loadOf),
      isCounted: ({ ticketId, version }) => counted.has(countedVersion(ticketId, version)),
    };
  },
});

export const countsOfItem = (item: Item | undefined): readonly QueueCount[] =>
  (item?.['queues'] as readonly QueueCount[] | undefined) ?? [];

/** Versions of tickets counted lately, newest first: `1042@7`. */
export type CountedVersions = readonly {
  readonly at: string;
  readonly versions: readonly string[];
}[];

export const versionsCounted = (item: Item | undefined): CountedVersions =>
  item ? unpack<CountedVersions>(item['counted']) : [];

/** How a version of a ticket is named there. */
export const countedVersion = (ticketId: string, version: number | 'gone'): string =>
  `${ticketId.slice('tkt_'.length)}@${version}`;

export const holdingsOfItem = (item: Item | undefined): readonly Holding[] =>
  item?.['holdings'] === undefined ? [] : unpack<readonly Holding[]>(item['holdings']);

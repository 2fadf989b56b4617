import { type Holding, loadOf } from '../desk/presence/loads.ts';
import type { CounterStore, LoadStore, QueueCount } from '../desk/stores.ts';
import { queueCountsKey } from './keys.ts';
import { unpack } from './packed.ts';
import { get } from './query.ts';
import type { Item, Table } from './table.ts';

export const counterStore = (table: Table): CounterStore & LoadStore => ({
  queues: async () => countsOfItem(await get(table, queueCountsKey)),
  loads: async () => holdingsOfItem(await get(table, queueCountsKey)).map(loadOf),
});

export const countsOfItem = (item: Item | undefined): readonly QueueCount[] =>
  (item?.['queues'] as readonly QueueCount[] | undefined) ?? [];

export const holdingsOfItem = (item: Item | undefined): readonly Holding[] =>
  item?.['holdings'] === undefined ? [] : unpack<readonly Holding[]>(item['holdings']);

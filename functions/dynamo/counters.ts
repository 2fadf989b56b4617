import type { CounterStore, QueueCount } from '../desk/stores.ts';
import { queueCountsKey } from './keys.ts';
import { get } from './query.ts';
import type { Item, Table } from './table.ts';

export const counterStore = (table: Table): CounterStore => ({
  queues: async () => countsOfItem(await get(table, queueCountsKey)),
});

export const countsOfItem = (item: Item | undefined): readonly QueueCount[] =>
  (item?.['queues'] as readonly QueueCount[] | undefined) ?? [];

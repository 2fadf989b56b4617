import type { CountedStore } from '../desk/arrival-stores.ts';
import { loadOf } from '../desk/presence/loads.ts';
import { arrivalsOfItem } from './arrivals.ts';
import { countsOfItem, holdingsOfItem } from './counters.ts';
import { queueCountsKey } from './keys.ts';
import { get } from './query.ts';
import type { Table } from './table.ts';

export const countedStore = (table: Table): CountedStore => ({
  counted: async () => {
    const item = await get(table, queueCountsKey);
    return {
      queues: countsOfItem(item),
      loads: holdingsOfItem(item).map(loadOf),
      arrivals: arrivalsOfItem(item),
    };
  },
});

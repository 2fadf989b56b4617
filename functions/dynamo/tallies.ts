import { PutCommand } from '@aws-sdk/lib-dynamodb';
import type { Arrivals } from '../desk/peaks/arrivals.ts';
import type { Holding } from '../desk/presence/loads.ts';
import type { QueueCount } from '../desk/stores.ts';
import { arrivalsOfItem } from './arrivals.ts';
import { type CountedVersions, countsOfItem, holdingsOfItem, versionsCounted } from './counters.ts';
import { queueCountsKey } from './keys.ts';
import { pack } from './packed.ts';
import { get } from './query.ts';
import type { Item, Table } from './table.ts';
import { conditionally } from './transact.ts';

/** The counters with what tally needs to count every change once. */
export type Tally = {
  readonly counts: readonly QueueCount[];
  /** What agents hold, and took today. */
  readonly holdings: readonly Holding[];
  /** First messages of today and the days before. Absent before the first. */
  readonly arrivals?: Arrivals | undefined;
  readonly counted: CountedVersions;
  /** Topics that were counted anew, epoch seconds: what was written until then is in their counters already. */
  readonly recounted: Readonly<Record<string, number>>;
  /** 0: nothing was counted yet. */
  readonly revision: number;
};

/** Tally's side of the counters; screens read them by `CounterStore`. */
export type TallyStore = {
  load(): Promise<Tally>;
  /** Replaces the counters if nobody did since `revision`. A few units: one item of all topics. */
  save(tally: Tally): Promise<'saved' | 'stale'>;
};

export const tallyStore = (table: Table): TallyStore => ({
  load: async () => tallyOfItem(await get(table, queueCountsKey)),

  save: async ({ counts, holdings, arrivals, counted, recounted, revision }) =>
    conditionally(() =>
      table.client.send(
        new PutCommand({
          TableName: table.name,
          Item: {
            ...queueCountsKey,
            queues: counts,
            ...(holdings.length > 0 && { holdings: pack(holdings) }),
            ...(arrivals && { arrivals: pack(arrivals) }),
            counted: pack(counted),
            recounted,
            revision: revision + 1,
          },
          // Race: two shards of the stream are tallied at once. The second reads the sum of the first and adds to it.
          ConditionExpression: 'attribute_not_exists(PK) OR revision = :revision',
          ExpressionAttributeValues: { ':revision': revision },
        }),
      ),
    ),
});

const tallyOfItem = (item: Item | undefined): Tally => ({
  counts: countsOfItem(item),
  holdings: holdingsOfItem(item),
  arrivals: arrivalsOfItem(item),
  counted: versionsCounted(item),
  recounted: (item?.['recounted'] as Tally['recounted'] | undefined) ?? {},
  revision: Number(item?.['revision'] ?? 0),
});

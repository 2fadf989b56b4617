import { PutCommand } from '@aws-sdk/lib-dynamodb';
import type { ConnectionHealth } from '../../schemas/connection-health.ts';
import { healthPartition } from '../../schemas/table.ts';
import type { HealthStore, StoredHealth } from '../desk/sending-stores.ts';
import { healthKey } from './keys.ts';
import { get, query } from './query.ts';
import type { Item, Table } from './table.ts';
import { conditionally } from './transact.ts';

/** A desk has forty connections at most. */
const connectionsMax = 100;

export const healthStore = (table: Table): HealthStore => ({
  list: async () => {
    const { items } = await query(table, { partition: healthPartition, limit: connectionsMax });
    return items.map(stored);
  },

  load: async (connectionId) => {
    const item = await get(table, healthKey(connectionId));
    return item && stored(item);
  },

  save: (health, expects) =>
    conditionally(() =>
      table.client.send(
        new PutCommand({
          TableName: table.name,
          Item: { ...healthKey(health.connectionId), revision: expects + 1, health },
          // Race: a check, a failed message and an agent's wish at once. Who saw an older state loads again.
          ConditionExpression: expects === 0 ? 'attribute_not_exists(PK)' : 'revision = :expects',
          ...(expects > 0 && { ExpressionAttributeValues: { ':expects': expects } }),
        }),
      ),
    ),
});

export const healthOfItem = (item: Item): ConnectionHealth => item['health'] as ConnectionHealth;

const stored = (item: Item): StoredHealth => ({
  health: healthOfItem(item),
  revision: Number(item['revision']),
});

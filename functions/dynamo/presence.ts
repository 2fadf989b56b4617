import { PutCommand } from '@aws-sdk/lib-dynamodb';
import type { Presence } from '../../schemas/presence.ts';
import type { PresenceStore } from '../desk/people-stores.ts';
import { auditStep } from './audit.ts';
import { presenceKey, presencePartition } from './keys.ts';
import { get, query } from './query.ts';
import type { Item, Table } from './table.ts';
import { conditionally, transact } from './transact.ts';

/** A page; a desk with more people takes a second one. */
const pageSize = 500;

export const presenceStore = (table: Table): PresenceStore => ({
  list: async () => {
    const found: Presence[] = [];
    let after: string | undefined;
    do {
      const page = await query(table, { partition: presencePartition, after, limit: pageSize });
      found.push(...page.items.map(presenceOfItem));
      after = page.isCut ? page.items.at(-1)?.SK : undefined;
    } while (after !== undefined);
    return found;
  },

  load: async (agentId) => {
    const item = await get(table, presenceKey(agentId));
    return item && presenceOfItem(item);
  },

  save: async (presence, expects, audit) => {
    const put = putOf(table, presence, expects);
    if (!audit) return conditionally(() => table.client.send(new PutCommand(put)));
    const { refused } = await transact(table, [{ Put: put }, auditStep(table, audit)]);
    return refused.length === 0 ? 'saved' : 'stale';
  },
});

const putOf = (table: Table, presence: Presence, expects: number) => ({
  TableName: table.name,
  Item: { ...presenceKey(presence.agentId), version: presence.version, presence },
  // Race: two who hand out tickets to one person at once, or the clock and the person. The second looks again.
  ConditionExpression: expects === 0 ? 'attribute_not_exists(PK)' : 'version = :expects',
  ...(expects > 0 && { ExpressionAttributeValues: { ':expects': expects } }),
});

const presenceOfItem = (item: Item): Presence => item['presence'] as Presence;

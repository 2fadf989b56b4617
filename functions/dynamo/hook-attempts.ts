import { PutCommand } from '@aws-sdk/lib-dynamodb';
import type { HookAttempt, HookAttemptStore } from '../desk/stores.ts';
import { secondsAfter } from './expiry.ts';
import { hookAttemptKey, hookAttemptPartition } from './keys.ts';
import { query } from './query.ts';
import type { Table } from './table.ts';

const keptSeconds = 30 * 86_400;

export const hookAttemptStore = (table: Table): HookAttemptStore => ({
  add: async (attempt) => {
    await table.client.send(
      new PutCommand({
        TableName: table.name,
        Item: {
          ...hookAttemptKey(attempt.eventId, attempt.attempt),
          outcome: attempt,
          expiresAt: secondsAfter(attempt.at, keptSeconds),
        },
      }),
    );
  },

  list: async (eventId) => {
    const { items } = await query(table, { partition: hookAttemptPartition(eventId), limit: 100 });
    return items.map((item) => item['outcome'] as HookAttempt);
  },
});

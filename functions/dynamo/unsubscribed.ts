import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { UnsubscribedStore } from '../desk/stores.ts';
import { unsubscribedKey } from './keys.ts';
import { get } from './query.ts';
import type { Table } from './table.ts';

export const unsubscribedStore = (table: Table): UnsubscribedStore => ({
  has: async (addressHash) => (await get(table, unsubscribedKey(addressHash))) !== undefined,

  add: async (addressHash, now) => {
    await table.client.send(
      new UpdateCommand({
        TableName: table.name,
        Key: { ...unsubscribedKey(addressHash) },
        // The first time counts: mail programs and their owners press the button again.
        UpdateExpression: 'SET since = if_not_exists(since, :now)',
        ExpressionAttributeValues: { ':now': now },
      }),
    );
  },
});

import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { FuseStore } from '../desk/stores.ts';
import { fuseKey } from './keys.ts';
import type { Table } from './table.ts';

const windowSeconds = { hour: 3_600, day: 86_400 } as const;

export const fuseStore = (table: Table): FuseStore => ({
  count: async ({ key, window, now }) => {
    const seconds = windowSeconds[window];
    const start = Math.floor(Date.parse(now) / 1000 / seconds) * seconds;
    const { Attributes } = await table.client.send(
      new UpdateCommand({
        TableName: table.name,
        Key: { ...fuseKey(key, window, start) },
        // Race: many messages of one sender at once. The addition is atomic, so none slips through uncounted.
        UpdateExpression: 'ADD #count :one SET expiresAt = :end',
        ExpressionAttributeNames: { '#count': 'count' },
        ExpressionAttributeValues: { ':one': 1, ':end': start + 2 * seconds },
        ReturnValues: 'UPDATED_NEW',
      }),
    );
    return Number(Attributes?.['count']);
  },
});

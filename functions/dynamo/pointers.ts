import { PutCommand } from '@aws-sdk/lib-dynamodb';
import type { PointerStore, PointerTarget } from '../desk/stores.ts';
import { batchGet } from './batch-get.ts';
import { customerOf, identityKeys } from './customers.ts';
import { pointerKey } from './keys.ts';
import type { Item, Table } from './table.ts';
import { conditionally } from './transact.ts';

/** BatchGet takes 100 keys; the rest are the message's own key and the sender's. */
const mostPointers = 90;

export const pointerStore = (table: Table): PointerStore => ({
  lookUp: async ({ idempotencyKey, pointers, identity }) => {
    const asked = [...new Set(pointers)].slice(0, mostPointers);
    const found = await batchGet(table, [
      pointerKey(idempotencyKey),
      ...asked.map(pointerKey),
      ...(identity ? identityKeys(identity) : []),
    ]);
    const takenBy = found.find(pointerKey(idempotencyKey));
    const customer = identity && (await customerOf(table, identity, found));
    return {
      ...(takenBy && { takenBy: targetOfItem(takenBy) }),
      pointers: asked.flatMap((key) => {
        const item = found.find(pointerKey(key));
        return item ? [{ key, target: targetOfItem(item) }] : [];
      }),
      ...(customer && { customer }),
    };
  },

  movePointer: async ({ key, from, to }) =>
    conditionally(() =>
      table.client.send(
        new PutCommand({
          TableName: table.name,
          Item: { ...pointerKey(key), ...to },
          // Race: two messages of one chat both open a follow-up. One moves the pointer, the other appends to it.
          ...(from === undefined
            ? { ConditionExpression: 'attribute_not_exists(PK)' }
            : {
                ConditionExpression: 'ticketId = :from',
                ExpressionAttributeValues: { ':from': from },
              }),
        }),
      ),
    ),
});

export const targetOfItem = (item: Item): PointerTarget => {
  const { messageId, occurredAt, contentHash } = item;
  return {
    ticketId: String(item['ticketId']),
    ...(typeof messageId === 'string' && { messageId }),
    ...(typeof occurredAt === 'string' && { occurredAt }),
    ...(typeof contentHash === 'string' && { contentHash }),
  };
};

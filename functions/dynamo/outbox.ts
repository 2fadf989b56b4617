import { PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { OutboxStore } from '../desk/stores.ts';
import { deliveryMap } from './entry-item.ts';
import { entryKey, pointerKey } from './keys.ts';
import { targetOfItem } from './pointers.ts';
import { get } from './query.ts';
import type { Table } from './table.ts';
import { conditionally } from './transact.ts';

export const outboxStore = (table: Table): OutboxStore => ({
  moveDelivery: async ({ message, from }) => {
    if (!message.delivery) return 'stale';
    const delivery = deliveryMap(message.delivery);
    return conditionally(() =>
      table.client.send(
        new UpdateCommand({
          TableName: table.name,
          Key: { ...entryKey(message) },
          UpdateExpression: 'SET #delivery = :delivery',
          // Race: two deliverers claim one message, or a provider's event overtakes our own step. The second reads again.
          ConditionExpression: `#delivery.#state = :state AND #delivery.attempts = :attempts AND ${
            from.edit
              ? '#delivery.edit.#state = :edit AND #delivery.edit.#at = :editAt'
              : 'attribute_not_exists(#delivery.edit)'
          }`,
          ExpressionAttributeNames: {
            '#delivery': 'delivery',
            '#state': 'state',
            ...(from.edit && { '#at': 'at' }),
          },
          ExpressionAttributeValues: {
            ':delivery': delivery,
            ':state': from.state,
            ':attempts': from.attempts,
            ...(from.edit && { ':edit': from.edit.state, ':editAt': from.edit.at }),
          },
        }),
      ),
    );
  },

  putAlias: async ({ key, place }) => {
    await table.client.send(
      new PutCommand({
        TableName: table.name,
        Item: {
          ...pointerKey(key),
          ticketId: place.ticketId,
          messageId: place.id,
          occurredAt: place.occurredAt,
          ...(place.resends !== undefined && { resends: place.resends }),
        },
      }),
    );
  },

  findAlias: async (key) => {
    const item = await get(table, pointerKey(key));
    const target = item && targetOfItem(item);
    return item && target?.messageId && target.occurredAt
      ? {
          ticketId: target.ticketId,
          id: target.messageId,
          occurredAt: target.occurredAt,
          ...(typeof item['resends'] === 'number' && { resends: item['resends'] }),
        }
      : undefined;
  },
});

import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { Message } from '../../schemas/timeline.ts';
import type { EntryPlace, TicketStore } from '../desk/stores.ts';
import { entryOfItem, packedMessage } from './entry-item.ts';
import { entryKey, pointerKey } from './keys.ts';
import { get } from './query.ts';
import { type Item, ofBearableSize, type Table } from './table.ts';
import { conditionally, transact } from './transact.ts';

/** Rivals for one message in one moment: its reactions, its edits, the parts of its album. */
const triesMax = 10;

type Read = { readonly item: Item; readonly message: Message };

const read = async (table: Table, place: EntryPlace): Promise<Read | undefined> => {
  const item = await get(table, entryKey(place));
  const entry = item && entryOfItem(item);
  return item && entry?.type === 'message' ? { item, message: entry } : undefined;
};

/**
 * Writes the packed part alone. Race: two events of one message, an edit and a reaction; who read other bytes than are
 * there now reads again. Bytes are compared, not versions, so messages stored long ago need nothing new.
 */
const rewrite = (table: Table, { item }: Read, message: Message) => {
  const entry = packedMessage(message);
  ofBearableSize({ ...item, entry });
  return {
    TableName: table.name,
    Key: { ...entryKey(message) },
    UpdateExpression: 'SET entry = :entry',
    ConditionExpression: 'entry = :seen',
    ExpressionAttributeValues: { ':entry': entry, ':seen': item['entry'] },
  };
};

export const changeMessage = async (
  table: Table,
  ...[place, rule]: Parameters<TicketStore['changeMessage']>
): ReturnType<TicketStore['changeMessage']> => {
  for (let tries = 0; tries < triesMax; tries += 1) {
    const seen = await read(table, place);
    if (!seen) return 'missing';
    const message = rule(seen.message);
    if (!message) return 'unchanged';
    const update = new UpdateCommand(rewrite(table, seen, message));
    if ((await conditionally(() => table.client.send(update))) === 'saved') return 'changed';
  }
  throw new Error('the message changed at every try');
};

export const joinMessage = async (
  table: Table,
  { place, idempotencyKey, contentHash, rule }: Parameters<TicketStore['joinMessage']>[0],
): ReturnType<TicketStore['joinMessage']> => {
  const { ticketId, id: messageId, occurredAt } = place;
  for (let tries = 0; tries < triesMax; tries += 1) {
    const seen = await read(table, place);
    if (!seen) return 'stale';
    const { refused } = await transact(table, [
      {
        Put: {
          TableName: table.name,
          Item: { ...pointerKey(idempotencyKey), ticketId, messageId, occurredAt, contentHash },
          // Race: one part delivered twice.
          ConditionExpression: 'attribute_not_exists(PK)',
        },
      },
      { Update: rewrite(table, seen, rule(seen.message)) },
    ]);
    if (refused.length === 0) return 'saved';
    if (refused[0] === 0) return 'taken';
  }
  return 'stale';
};

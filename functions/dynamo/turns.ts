import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { TurnRate, TurnStore } from '../desk/sending-stores.ts';
import { turnsKey } from './keys.ts';
import { get } from './query.ts';
import type { Table } from './table.ts';
import { conditionally } from './transact.ts';

/** An idle row is worth nothing: whoever comes next may go at once. */
const keptSeconds = 86_400;

/** Whole milliseconds between two messages, rounded up so that the rate is never exceeded. */
const everyMs = ({ perSecond }: TurnRate) => Math.ceil(1000 / perSecond);
const toleranceMs = (rate: TurnRate) => (rate.burst - 1) * everyMs(rate);

/**
 * One item for each connection holds when the row would be empty (`freeAt`, epoch milliseconds): the generic cell rate
 * algorithm, in which a turn is the old value and each asker moves it on by one interval.
 */
export const turnStore = (table: Table): TurnStore => ({
  take: async ({ connectionId, rate, now: instant }) => {
    const now = Date.parse(instant);
    const step = everyMs(rate);
    const begun = await conditionally(() =>
      table.client.send(
        new UpdateCommand({
          TableName: table.name,
          Key: { ...turnsKey(connectionId) },
          UpdateExpression: 'SET freeAt = :next, expiresAt = :end',
          // Race: many ask an empty row at once. One begins it, the others stand behind.
          ConditionExpression: 'attribute_not_exists(freeAt) OR freeAt <= :now',
          ExpressionAttributeValues: { ':now': now, ':next': now + step, ':end': endOf(now) },
        }),
      ),
    );
    if (begun === 'saved') return instant;
    const { Attributes } = await table.client.send(
      new UpdateCommand({
        TableName: table.name,
        Key: { ...turnsKey(connectionId) },
        // Race: none. The addition is atomic, and a row once begun only grows.
        UpdateExpression: 'SET freeAt = if_not_exists(freeAt, :now) + :step, expiresAt = :end',
        ExpressionAttributeValues: { ':now': now, ':step': step, ':end': endOf(now) },
        ReturnValues: 'UPDATED_NEW',
      }),
    );
    const turn = Number(Attributes?.['freeAt']) - step - toleranceMs(rate);
    return new Date(Math.max(now, turn)).toISOString();
  },

  close: async ({ connectionId, rate, until }) => {
    const at = Date.parse(until);
    const freeAt = at + toleranceMs(rate);
    const key = { ...turnsKey(connectionId) };
    const moved = await conditionally(() =>
      table.client.send(
        new UpdateCommand({
          TableName: table.name,
          Key: key,
          UpdateExpression: 'SET freeAt = :freeAt, closedUntil = :until, expiresAt = :end',
          // Race: turns behind the closing were given already. They stay, and their owners look at `closedUntil`.
          ConditionExpression: 'attribute_not_exists(freeAt) OR freeAt < :freeAt',
          ExpressionAttributeValues: { ':freeAt': freeAt, ':until': until, ':end': endOf(at) },
        }),
      ),
    );
    if (moved === 'saved') return;
    await table.client.send(
      new UpdateCommand({
        TableName: table.name,
        Key: key,
        UpdateExpression: 'SET closedUntil = :until',
        ExpressionAttributeValues: { ':until': until },
      }),
    );
  },

  closedUntil: async (connectionId) => {
    const until = (await get(table, turnsKey(connectionId)))?.['closedUntil'];
    return typeof until === 'string' ? until : undefined;
  },
});

const endOf = (milliseconds: number) => Math.ceil(milliseconds / 1000) + keptSeconds;

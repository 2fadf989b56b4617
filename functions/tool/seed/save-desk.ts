import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { numbersKey } from '../../dynamo/keys.ts';
import type { Item, Table } from '../../dynamo/table.ts';
import { transact } from '../../dynamo/transact.ts';
import type { ObjectStore } from '../../storage/object-store.ts';
import type { MemoryFiles } from './memory-files.ts';

/**
 * TransactWriteItems' limit. A transaction reaches the local database's disk once, where a batch writes each item by
 * itself: some fifty waits for the disk instead of five thousand.
 */
const batchSize = 100;
const atOnce = 6;

/** Runs the tasks, a few side by side. */
const inLanes = async (lanes: number, tasks: readonly (() => Promise<void>)[]): Promise<void> => {
  const open = tasks.values();
  const lane = async () => {
    for (const task of open) await task();
  };
  await Promise.all(Array.from({ length: lanes }, lane));
};

/** Whole items, written over what an earlier try left of them. */
export const saveItems = async (table: Table, items: readonly Item[]): Promise<void> => {
  const batches = Array.from({ length: Math.ceil(items.length / batchSize) }, (_, index) =>
    items.slice(index * batchSize, (index + 1) * batchSize),
  );
  await inLanes(
    atOnce,
    batches.map((batch) => () => saveBatch(table, batch)),
  );
};

const saveBatch = async (table: Table, items: readonly Item[]): Promise<void> => {
  const puts = items.map((Item) => ({ Put: { TableName: table.name, Item: { ...Item } } }));
  await transact(table, puts);
};

/** Tickets of the living get numbers behind the seed's, also when the seed is written a second time. */
export const reserveNumbers = async ({ client, name }: Table, next: number): Promise<void> => {
  await client.send(
    new UpdateCommand({
      TableName: name,
      Key: { ...numbersKey },
      UpdateExpression: 'SET nextNumber = :next',
      ConditionExpression: 'attribute_not_exists(nextNumber) OR nextNumber <= :next',
      ExpressionAttributeValues: { ':next': next },
    }),
  );
};

export const saveObjects = async (store: Pick<ObjectStore, 'put'>, made: MemoryFiles) =>
  inLanes(
    atOnce,
    made.all().map(
      ({ key, bytes, type }) =>
        () =>
          store.put(key, bytes, type),
    ),
  );

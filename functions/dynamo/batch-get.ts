import { setTimeout as wait } from 'node:timers/promises';
import { BatchGetCommand } from '@aws-sdk/lib-dynamodb';
import { Problem } from '../desk/problem.ts';
import type { Key } from './keys.ts';
import type { Item, Table } from './table.ts';

const mostTries = 5;
const nameOf = ({ PK, SK }: Key) => `${PK}\n${SK}`;

export type Found = { readonly find: (key: Key) => Item | undefined };

/**
 * Up to 100 items in one request, strongly consistent, each once however often it is named. What the service leaves
 * over (16 MB, throttling) is asked for again.
 */
export const batchGet = async (table: Table, keys: readonly Key[]): Promise<Found> => {
  const items = new Map<string, Item>();
  let open = [...new Map(keys.map((key) => [nameOf(key), key])).values()];
  for (let tries = 1; open.length > 0; tries += 1) {
    const { Responses, UnprocessedKeys } = await table.client.send(
      new BatchGetCommand({
        RequestItems: {
          [table.name]: { Keys: open.map((key) => ({ ...key })), ConsistentRead: true },
        },
      }),
    );
    for (const item of (Responses?.[table.name] ?? []) as Item[]) items.set(nameOf(item), item);
    open = (UnprocessedKeys?.[table.name]?.Keys ?? []) as Key[];
    if (open.length > 0 && tries === mostTries)
      throw new Problem('unavailable', 'table.busy', 'Too many reads at once. Try again.');
    if (open.length > 0) await wait(Math.random() * 20 * 2 ** tries);
  }
  return { find: (key) => items.get(nameOf(key)) };
};

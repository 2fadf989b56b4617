import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { dueStore } from '../../../functions/dynamo/due.ts';
import type { Table } from '../../../functions/dynamo/table.ts';
import type { Figure } from '../figure.ts';
import { dueUntil, isEarly } from '../load/stored-tickets.ts';

/** Items that the sweep's queries read for each ticket that is due, among so many that are not yet. */
export async function meterDue(table: Table, stored: number): Promise<Figure> {
  let read = 0;
  const client = DynamoDBDocumentClient.from(table.client);
  client.middlewareStack.add(
    (next) => async (args) => {
      const answer = await next(args);
      read += (answer.output as { ScannedCount?: number }).ScannedCount ?? 0;
      return answer;
    },
    { step: 'initialize', name: 'meterDue' },
  );
  const due = dueStore({ ...table, client });
  let found = 0;
  for (let shard = 0; shard < due.shards; shard += 1) {
    let cursor: string | undefined;
    do {
      const page = await due.listDue({ shard, until: dueUntil, limit: 25, cursor });
      found += page.items.length;
      cursor = page.cursor;
    } while (cursor !== undefined);
  }
  client.middlewareStack.remove('meterDue');
  const expected = Array.from({ length: stored }, (_, index) => index).filter(isEarly).length;
  if (found < expected) throw new Error(`${found} of ${expected} due tickets were found`);
  return { name: 'due.read-per-due', value: read / found, unit: 'items', n: found };
}

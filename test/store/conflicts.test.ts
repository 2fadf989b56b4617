import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { openTable } from '../../functions/dynamo/table.ts';
import { ticketStore } from '../../functions/dynamo/tickets.ts';
import type { TableDefinition } from '../../local/aws/contract.ts';
import { type Stand, standWith } from '../../local/aws/test-stand.ts';
import { aFirstMessage } from './opened.ts';

/** The service refuses a transaction while another one holds an item; the local services do it by a seed. */
const standThatConflicts = (probability: number): Promise<Stand> => {
  const { AttributeDefinitions, KeySchema, GlobalSecondaryIndexes, BillingMode } =
    inject('tableTemplate');
  const create = {
    TableName: 'desk',
    BillingMode,
    StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_AND_OLD_IMAGES' },
    AttributeDefinitions,
    KeySchema,
    GlobalSecondaryIndexes,
  } as TableDefinition['create'];
  return standWith({
    tables: [{ create }],
    roles: [
      { name: 'store', statements: [{ Effect: 'Allow', Action: 'dynamodb:*', Resource: '*' }] },
    ],
    chaos: { seed: 7, transactionConflict: probability },
  });
};

describe('a transaction that meets another one', () => {
  let stand: Stand;
  beforeAll(async () => {
    stand = await standThatConflicts(0.3);
  });
  afterAll(() => stand[Symbol.asyncDispose]());

  test('is tried again until it is written, and never called stale', async () => {
    const tickets = ticketStore(openTable('desk', new DynamoDBClient(stand.as('store'))));

    const outcomes = await Promise.all(
      Array.from({ length: 20 }, (_, n) => tickets.saveIntake(aFirstMessage({ number: n + 1 }))),
    );

    expect(new Set(outcomes)).toEqual(new Set(['saved']));
  });

  test('still tells a repeat from a conflict', async () => {
    const tickets = ticketStore(openTable('desk', new DynamoDBClient(stand.as('store'))));

    expect(await tickets.saveIntake(aFirstMessage({ number: 1 }))).toBe('taken');
  });
});

describe('a transaction that never gets through', () => {
  test('ends as a problem that asks to try later', async () => {
    await using stand = await standThatConflicts(1);
    const tickets = ticketStore(openTable('desk', new DynamoDBClient(stand.as('store'))));

    const saving = tickets.saveIntake(aFirstMessage({ number: 1 }));

    await expect(saving).rejects.toMatchObject({ kind: 'unavailable', code: 'table.busy' });
  });
});

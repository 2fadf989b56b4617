import { randomUUID } from 'node:crypto';
import {
  CreateTableCommand,
  type CreateTableCommandInput,
  DynamoDBClient,
} from '@aws-sdk/client-dynamodb';
import { inject } from 'vitest';
import { openTable, type Table } from '../../functions/dynamo/table.ts';
import { type CapacityMeter, meterCapacity } from './capacity-meter.ts';

export type TestTable = Table & { readonly meter: CapacityMeter };

/** A new table on the local database, with keys and indexes as the template deploys them. */
export const aTable = async (): Promise<TestTable> => {
  const client = new DynamoDBClient({
    endpoint: inject('databaseEndpoint'),
    region: 'eu-central-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  });
  const name = `desk-${randomUUID()}`;
  const { AttributeDefinitions, KeySchema, GlobalSecondaryIndexes, BillingMode } =
    inject('tableTemplate');
  await client.send(
    new CreateTableCommand({
      TableName: name,
      AttributeDefinitions,
      KeySchema,
      GlobalSecondaryIndexes,
      BillingMode,
    } as CreateTableCommandInput),
  );
  const meter = meterCapacity(client);
  return { ...openTable(name, client), meter };
};

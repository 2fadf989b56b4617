import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { DynamoDBStreamEvent } from 'aws-lambda';
import { inject } from 'vitest';
import { openTable, type Table } from '../../functions/dynamo/table.ts';
import type { TableDefinition } from '../../local/aws/contract.ts';
import { standWith } from '../../local/aws/test-stand.ts';

export type TestStream = {
  readonly table: Table;
  /** What was written since the last call, as a Lambda mapping hands it over (through JSON). */
  next(): Promise<DynamoDBStreamEvent>;
  stop(): Promise<void>;
};

/** The deployed table with its stream, behind the local services. */
export const aStream = async (): Promise<TestStream> => {
  const { AttributeDefinitions, KeySchema, GlobalSecondaryIndexes } = inject('tableTemplate');
  const create = {
    TableName: 'desk',
    BillingMode: 'PAY_PER_REQUEST',
    StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_AND_OLD_IMAGES' },
    AttributeDefinitions,
    KeySchema,
    GlobalSecondaryIndexes,
  } as TableDefinition['create'];
  const stand = await standWith({ tables: [{ create }] });
  const reader = stand.aws.streamOf('desk');
  let position = await reader.latest();
  return {
    table: openTable('desk', new DynamoDBClient(stand.operator)),
    async next() {
      const records = await reader.read(position, 1000);
      position = records.at(-1)?.dynamodb.SequenceNumber ?? position;
      return JSON.parse(JSON.stringify({ Records: records })) as DynamoDBStreamEvent;
    },
    stop: () => stand[Symbol.asyncDispose](),
  };
};

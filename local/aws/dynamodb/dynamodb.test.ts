import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  DynamoDBClient,
  PutItemCommand,
  QueryCommand,
  TransactWriteItemsCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tableArn } from '../arn.ts';
import { account, aTable, region, type Stand, standWith } from '../test-stand.ts';
import { startDatabase } from './database-process.ts';

const TableName = 'desk';
const arn = tableArn({ region, account }, TableName);
const s = (text: string) => ({ S: text });
const keyOf = (id: string) => ({ PK: s(id), SK: s('x') });
let stand: Stand;
let operator: DynamoDBClient;
let writer: DynamoDBClient;

beforeAll(async () => {
  stand = await standWith({
    tables: [aTable],
    roles: [
      {
        name: 'writer',
        statements: [
          { Effect: 'Allow', Action: ['dynamodb:PutItem', 'dynamodb:Query'], Resource: arn },
          {
            Effect: 'Allow',
            Action: 'dynamodb:UpdateItem',
            Resource: arn,
            Condition: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['own#*'] } },
          },
        ],
      },
    ],
  });
  operator = new DynamoDBClient(stand.operator);
  writer = new DynamoDBClient(stand.as('writer'));
});
afterAll(async () => {
  operator.destroy();
  writer.destroy();
  await stand[Symbol.asyncDispose]();
});

const put = (client: DynamoDBClient, id: string, more = {}) =>
  client.send(
    new PutItemCommand({
      TableName,
      Item: { ...keyOf(id), ...more },
      ReturnConsumedCapacity: 'INDEXES',
    }),
  );

describe('a role', () => {
  it('does what its policy says and is told the capacity', async () => {
    const { ConsumedCapacity } = await put(writer, 'a', { topic: s('t') });

    expect(ConsumedCapacity).toMatchObject({ CapacityUnits: 2, Table: { CapacityUnits: 1 } });
  });

  it('needs an index by its own ARN', async () => {
    const query = new QueryCommand({
      TableName,
      IndexName: 'byTopic',
      KeyConditionExpression: 'topic = :t',
      ExpressionAttributeValues: { ':t': s('t') },
    });

    await expect(writer.send(query)).rejects.toMatchObject({
      name: 'AccessDeniedException',
      message: expect.stringContaining(`dynamodb:Query on resource: ${arn}/index/byTopic`),
    });
    expect((await operator.send(query)).Count).toBe(1);
  });

  it('is checked item by item in a transaction, and nothing is written', async () => {
    const mixed = new TransactWriteItemsCommand({
      TransactItems: [
        { Put: { TableName, Item: keyOf('tx') } },
        { Delete: { TableName, Key: keyOf('a') } },
      ],
    });

    await expect(writer.send(mixed)).rejects.toThrow('dynamodb:DeleteItem');
    expect(stand.aws.grants().denied).toContainEqual({
      role: 'writer',
      action: 'dynamodb:DeleteItem',
      resource: arn,
    });
  });

  it('is held to the partitions its policy names', async () => {
    const update = (id: string) =>
      writer.send(new UpdateItemCommand({ TableName, Key: keyOf(id) }));

    await expect(update('own#1')).resolves.toBeDefined();
    await expect(update('other#1')).rejects.toMatchObject({ name: 'AccessDeniedException' });
  });
});

describe('the stream', () => {
  it('wakes its reader and gives changes in order as a mapping does', async () => {
    const stream = stand.aws.streamOf(TableName);
    const start = await stream.latest();
    const woken = stream.wait(start, 10_000);

    await put(operator, 'one');
    await put(operator, 'one', { topic: s('new') });
    await woken;

    const records = await stream.read(start, 10);
    expect(records.map(({ eventName }) => eventName)).toEqual(['INSERT', 'MODIFY']);
    expect(records[1]?.dynamodb).toMatchObject({
      Keys: keyOf('one'),
      NewImage: { topic: s('new') },
      OldImage: keyOf('one'),
      StreamViewType: 'NEW_AND_OLD_IMAGES',
    });
    expect(await stream.read(records[1]?.dynamodb.SequenceNumber, 10)).toEqual([]);
  });

  it('can be trimmed behind its readers and goes on counting', async () => {
    const stream = stand.aws.streamOf(TableName);
    const end = await stream.latest();

    stream.trim(end);
    await expect.poll(() => stream.read(undefined, 100)).toHaveLength(1);
    await put(operator, 'after-trim');

    const kept = await stream.read(undefined, 100);
    expect(kept.map(({ dynamodb }) => dynamodb.SequenceNumber)).toEqual([
      end,
      String(Number(end) + 1),
    ]);
  });

  it('shows an item whose time has come as removed by the service', async () => {
    const stream = stand.aws.streamOf(TableName);
    await put(operator, 'old', { expiresAt: { N: '1000' } });
    await put(operator, 'young', { expiresAt: { N: '99999999999' } });
    const written = await stream.latest();

    await stream.wait(written, 15_000);

    expect(await stream.read(written, 10)).toMatchObject([
      {
        eventName: 'REMOVE',
        dynamodb: { Keys: keyOf('old') },
        userIdentity: { type: 'Service', principalId: 'dynamodb.amazonaws.com' },
      },
    ]);
  });
});

describe('a database of someone else', () => {
  it('is used as it is, its stream read by its API', async () => {
    const dataFolder = mkdtempSync(join(tmpdir(), 'firstline-database-'));
    const database = await startDatabase(dataFolder, console.warn);
    await using other = await standWith({ tables: [aTable], databaseEndpoint: database.endpoint });
    const client = new DynamoDBClient(other.operator);
    await put(client, 'before');
    const stream = other.aws.streamOf(TableName);
    const start = await stream.latest();
    const woken = stream.wait(start, 10_000);

    await put(client, 'after');
    await woken;

    expect(await stream.read(start, 10)).toMatchObject([
      { eventName: 'INSERT', dynamodb: { Keys: keyOf('after') } },
    ]);
    client.destroy();
    await other.stop();
    await database.stop();
    rmSync(dataFolder, { recursive: true, force: true });
  });
});

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { DynamoDBClient, PutItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
import { HeadObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { ReceiveMessageCommand, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { expect, it } from 'vitest';
import { queueUrl } from './arn.ts';
import { account, type ClientConfiguration, region, standWith } from './test-stand.ts';

interface Running {
  child: ChildProcess;
  configuration: ClientConfiguration;
}

async function start(dataFolder: string): Promise<Running> {
  const script = join(import.meta.dirname, 'crash.child.ts');
  const child = spawn(process.execPath, [script, dataFolder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = await once(createInterface({ input: child.stdout }), 'line');
  return { child, configuration: JSON.parse(String(line)) };
}

async function end({ child }: Running, signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
  const exit = once(child, 'exit');
  child.kill(signal);
  await exit;
}

/** Writes under load until the services die; answers the numbers that were acknowledged. */
async function writeUntilKilled(running: Running): Promise<Set<number>> {
  const acknowledged = new Set<number>();
  const sqs = new SQSClient(running.configuration);
  const s3 = new S3Client(running.configuration);
  const table = new DynamoDBClient(running.configuration);
  const QueueUrl = queueUrl(running.configuration.endpoint, { region, account }, 'q');

  async function write(number: number): Promise<void> {
    const text = String(number);
    await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: text }));
    const Body = text.repeat(number % 2 === 0 ? 1 : 50_000);
    await s3.send(new PutObjectCommand({ Bucket: 'b', Key: text, Body }));
    const Item = { PK: { S: 'all' }, SK: { S: text } };
    await table.send(new PutItemCommand({ TableName: 'desk', Item }));
    acknowledged.add(number);
    if (acknowledged.size === 100) await end(running, 'SIGKILL');
  }

  const worker = async (first: number): Promise<void> => {
    for (let number = first; ; number += 8) await write(number);
  };
  await Promise.allSettled(Array.from({ length: 8 }, (_, at) => worker(at)));
  for (const client of [sqs, s3, table]) client.destroy();
  return acknowledged;
}

it('loses nothing it acknowledged when it is killed under load', async () => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'firstline-crash-'));
  const acknowledged = await writeUntilKilled(await start(dataFolder));

  const running = await start(dataFolder);
  const sqs = new SQSClient(running.configuration);
  const s3 = new S3Client(running.configuration);
  const table = new DynamoDBClient(running.configuration);
  const QueueUrl = queueUrl(running.configuration.endpoint, { region, account }, 'q');
  const received = new Set<number>();
  for (;;) {
    const { Messages = [] } = await sqs.send(
      new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10, VisibilityTimeout: 600 }),
    );
    if (Messages.length === 0) break;
    for (const { Body } of Messages) received.add(Number(Body));
  }
  const { Items = [] } = await table.send(
    new QueryCommand({
      TableName: 'desk',
      KeyConditionExpression: 'PK = :pk',
      ExpressionAttributeValues: { ':pk': { S: 'all' } },
    }),
  );
  const stored = new Set(Items.map((item) => Number(item.SK?.S)));
  const second = standWith({ dataFolder });
  await expect(second).rejects.toThrow(`in use by process ${running.child.pid}`);
  const sizes = await Promise.all(
    [...acknowledged].map(async (number) => {
      const { ContentLength } = await s3.send(
        new HeadObjectCommand({ Bucket: 'b', Key: String(number) }),
      );
      return [ContentLength, String(number).length * (number % 2 === 0 ? 1 : 50_000)];
    }),
  );
  for (const client of [sqs, s3, table]) client.destroy();
  await end(running, 'SIGTERM');

  expect(acknowledged.size).toBeGreaterThanOrEqual(100);
  expect([...acknowledged].filter((number) => !received.has(number))).toEqual([]);
  expect([...acknowledged].filter((number) => !stored.has(number))).toEqual([]);
  expect(sizes.filter(([found, wanted]) => found !== wanted)).toEqual([]);
  rmSync(dataFolder, { recursive: true, force: true });
});

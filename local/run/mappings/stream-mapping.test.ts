import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import type { QueueAccess, StreamReader, StreamRecord } from '../../aws/access.ts';
import type { StreamMappingModel } from '../../template/model.ts';
import { FunctionLog } from '../lambda/function-log.ts';
import { LambdaFunction } from '../lambda/lambda-function.ts';
import { Checkpoint } from './checkpoint.ts';
import { StreamMapping } from './stream-mapping.ts';

const folder = mkdtempSync(join(tmpdir(), 'firstline-stream-'));
const stops: (() => Promise<void>)[] = [];
let serial = 0;

function aRecord(number: number): StreamRecord {
  return {
    eventID: `e${number}`,
    eventName: 'INSERT',
    eventVersion: '1.1',
    eventSource: 'aws:dynamodb',
    awsRegion: 'eu-west-1',
    eventSourceARN: 'arn',
    dynamodb: {
      ApproximateCreationDateTime: Date.now() / 1_000,
      Keys: { PK: { S: `k${number}` } },
      SequenceNumber: String(number),
      SizeBytes: 1,
      StreamViewType: 'KEYS_ONLY',
    },
  };
}

/** A stream of `count` records and what the mapping makes of it. */
function follow(body: string, options: Partial<StreamMappingModel> & { count: number }) {
  serial += 1;
  const { count, ...given } = options;
  const records = Array.from({ length: count }, (_, index) => aRecord(index + 1));
  const stream: StreamReader = {
    arn: 'arn:stream',
    latest: async () => String(count),
    read: async (after, limit) =>
      records
        .filter(({ dynamodb }) => Number(dynamodb.SequenceNumber) > Number(after ?? 0))
        .slice(0, limit),
    wait: (_after, _milliseconds, signal) =>
      new Promise((resolve) => signal?.addEventListener('abort', () => resolve())),
    trim: () => {},
  };
  const sent: { queue: string; report: Record<string, unknown> }[] = [];
  const queues: Pick<QueueAccess, 'send'> = {
    send: async (queue, text) => {
      sent.push({ queue, report: JSON.parse(text) });
      return 'id';
    },
  };
  const modulePath = join(folder, `f${serial}.mjs`);
  writeFileSync(
    modulePath,
    `export const handler = async ({ Records }) => { const ids = Records.map((r) => r.dynamodb.SequenceNumber); console.log(ids.join()); ${body} };`,
  );
  const name = `f${serial}`;
  const lambda = new LambdaFunction({
    model: {
      name,
      arn: 'arn:f',
      roleName: 'r',
      modulePath,
      exportName: 'handler',
      environment: {},
      timeoutSeconds: 5,
      memoryMegabytes: 64,
    },
    variables: {},
    log: new FunctionLog(folder, name),
    faultFor: () => undefined,
  });
  const model: StreamMappingModel = {
    kind: 'stream',
    uuid: name,
    functionName: name,
    sourceArn: 'arn',
    tableName: 't',
    batchSize: 4,
    windowSeconds: 0,
    reportsItemFailures: true,
    enabled: true,
    filters: [],
    startsAt: 'TRIM_HORIZON',
    bisects: false,
    maximumRetries: 2,
    maximumAgeSeconds: -1,
    failureQueueName: 'dead',
    ...given,
  };
  const checkpoint = new Checkpoint(join(folder, `${name}.position`));
  // The mapping only ever sends to a queue.
  const mapping = new StreamMapping({
    model,
    lambda,
    stream,
    queues: queues as QueueAccess,
    checkpoint,
    onMove: () => {},
  });
  mapping.start();
  stops.push(async () => {
    await mapping.stop();
    await lambda.stop();
  });
  return {
    batches: () => lambda.log.lines().filter((line) => !line.startsWith('{')),
    position: () => checkpoint.position,
    sent,
  };
}

afterEach(async () => {
  await Promise.all(stops.splice(0).map((stop) => stop()));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('following a stream', () => {
  it('hands batches over in order and remembers where it is', async () => {
    const { batches, position } = follow('', { count: 6 });

    await expect.poll(position).toBe('6');
    expect(batches()).toEqual(['1,2,3,4', '5,6']);
  });

  it('repeats from the first record that failed, not before', async () => {
    const { batches, position } = follow(
      "if (ids.length > 2) return { batchItemFailures: [{ itemIdentifier: '3' }] };",
      { count: 4 },
    );

    await expect.poll(position).toBe('4');
    expect(batches()).toEqual(['1,2,3,4', '3,4']);
  });

  it('halves a failing batch until the bad record stands alone, reports it and goes on', async () => {
    const { position, sent } = follow("if (ids.includes('2')) throw new Error('bad');", {
      count: 4,
      bisects: true,
    });

    await expect.poll(position, { timeout: 10_000 }).toBe('4');
    expect(sent).toMatchObject([
      {
        queue: 'dead',
        report: {
          requestContext: { condition: 'RetryAttemptsExhausted' },
          DDBStreamBatchInfo: { startSequenceNumber: '2', endSequenceNumber: '2', batchSize: 1 },
        },
      },
    ]);
  });
});

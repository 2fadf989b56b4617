import type { DynamoDBStreamEvent } from 'aws-lambda';
import { describe, expect, test } from 'vitest';
import { consumeStream, type StreamBatch } from './stream-batch.ts';

const eventOf = (...names: readonly string[]): DynamoDBStreamEvent => ({
  Records: names.map((name, index) => ({
    eventName: 'INSERT',
    dynamodb: { SequenceNumber: String(100 + index), NewImage: { name: { S: name } } },
  })),
});

const consumer = (handle: (batch: StreamBatch<string>) => Promise<void>) =>
  consumeStream<string>({
    parse: (record) => {
      const name = record.dynamodb?.NewImage?.['name']?.S;
      if (name === 'broken') throw new Error('broken');
      return name === 'foreign' ? undefined : name;
    },
    handle,
  });

describe('a batch of the stream', () => {
  test('is handled as one, in order, without what concerns nobody', async () => {
    const batches: StreamBatch<string>[] = [];
    const consume = consumer(async (batch) => void batches.push(batch));

    const response = await consume(eventOf('a', 'foreign', 'b'));

    expect(batches).toEqual([{ id: '100-102', changes: ['a', 'b'] }]);
    expect(response).toEqual({ batchItemFailures: [] });
  });

  test('comes again from its first record when handling failed', async () => {
    const consume = consumer(async () => {
      throw new Error('no');
    });

    const response = await consume(eventOf('a', 'b'));

    expect(response).toEqual({ batchItemFailures: [{ itemIdentifier: '100' }] });
  });

  test('is done up to a record that cannot be read, and comes again from there', async () => {
    const handled: string[] = [];
    const consume = consumer(async ({ changes }) => void handled.push(...changes));

    const response = await consume(eventOf('a', 'broken', 'c'));

    expect(handled).toEqual(['a']);
    expect(response).toEqual({ batchItemFailures: [{ itemIdentifier: '101' }] });
  });
});

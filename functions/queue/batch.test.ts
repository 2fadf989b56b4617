import type { SQSEvent } from 'aws-lambda';
import { describe, expect, test } from 'vitest';
import { consumeBatch } from './batch.ts';

const batchOf = (...bodies: readonly string[]): SQSEvent => ({
  Records: bodies.map((body, index) => ({
    messageId: `m${index}`,
    receiptHandle: `r${index}`,
    body,
    attributes: {
      ApproximateReceiveCount: '2',
      SentTimestamp: '1767225600000',
      SenderId: 'sender',
      ApproximateFirstReceiveTimestamp: '1767225600000',
    },
    messageAttributes: {},
    md5OfBody: '',
    eventSource: 'aws:sqs',
    eventSourceARN: 'arn:aws:sqs:eu-central-1:123456789012:inbound',
    awsRegion: 'eu-central-1',
  })),
});

const failedOf = (response: {
  batchItemFailures: readonly { itemIdentifier: string }[];
}): string[] => response.batchItemFailures.map((failure) => failure.itemIdentifier);

describe('a batch', () => {
  test('returns only the messages that failed', async () => {
    const handled: string[] = [];
    const consume = consumeBatch<string>({
      parse: (body) => body,
      handle: async (job) => {
        if (job === 'bad') throw new Error('no');
        handled.push(job);
      },
    });

    const response = await consume(batchOf('one', 'bad', 'two'));

    expect(failedOf(response)).toEqual(['m1']);
    expect(handled).toEqual(['one', 'two']);
  });

  test('fails an unreadable message alone', async () => {
    const consume = consumeBatch<unknown>({
      parse: (body) => JSON.parse(body),
      handle: async () => {},
    });

    const response = await consume(batchOf('{"a":1}', '{', '{}'));

    expect(failedOf(response)).toEqual(['m1']);
  });

  test('survives a handler that throws before its first await', async () => {
    const consume = consumeBatch<string>({
      parse: (body) => body,
      handle: () => {
        throw new Error('at once');
      },
    });

    const response = await consume(batchOf('one', 'two'));

    expect(failedOf(response)).toEqual(['m0', 'm1']);
  });

  test('handles no more keys at once than allowed', async () => {
    let running = 0;
    let most = 0;
    const consume = consumeBatch<string>({
      parse: (body) => body,
      concurrency: 2,
      handle: async () => {
        running += 1;
        most = Math.max(most, running);
        await new Promise(setImmediate);
        running -= 1;
      },
    });

    await consume(batchOf('a', 'b', 'c', 'd', 'e'));

    expect(most).toBe(2);
  });

  test('keeps the order of jobs with one key', async () => {
    const order: string[] = [];
    const consume = consumeBatch<string>({
      parse: (body) => body,
      keyOf: (job) => job.charAt(0),
      handle: async (job) => {
        order.push(`start ${job}`);
        await new Promise(setImmediate);
        order.push(`end ${job}`);
      },
    });

    await consume(batchOf('a1', 'a2'));

    expect(order).toEqual(['start a1', 'end a1', 'start a2', 'end a2']);
  });

  test('tells the handler how often the message came', async () => {
    const counts: number[] = [];
    const consume = consumeBatch<string>({
      parse: (body) => body,
      handle: async (_job, receipt) => void counts.push(receipt.receiveCount),
    });

    await consume(batchOf('one'));

    expect(counts).toEqual([2]);
  });
});

import type { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import { describe, expect, test } from 'vitest';
import { newBatchingSender } from './batching-sender.ts';

const queueUrl = 'https://sqs.example/1/topic';

/** A queue that refuses bodies that say so, and counts what each request carried. */
const aQueue = () => {
  const requests: number[] = [];
  const client = {
    send: async ({ input: { Entries = [] } }: SendMessageBatchCommand) => {
      requests.push(Entries.length);
      if (Entries.some(({ MessageBody }) => MessageBody === 'down')) throw new Error('down');
      return {
        Failed: Entries.filter(({ MessageBody }) => MessageBody === 'refuse').map(({ Id }) => ({
          Id,
          Code: 'InternalError',
        })),
      };
    },
  } as unknown as SQSClient;
  return { requests, send: newBatchingSender(client, queueUrl) };
};

describe('messages for one queue', () => {
  test('that come together share a request, ten at most', async () => {
    const { requests, send } = aQueue();

    await Promise.all(Array.from({ length: 12 }, (_, index) => send(`job ${index}`)));

    expect(requests).toEqual([10, 2]);
  });

  test('leave by themselves when nothing follows', async () => {
    const { requests, send } = aQueue();

    await send('one');
    await send('two');

    expect(requests).toEqual([1, 1]);
  });

  test('do not share a request that would be too large', async () => {
    const { requests, send } = aQueue();

    await Promise.all([send('x'.repeat(200_000)), send('y'.repeat(200_000))]);

    expect(requests).toEqual([1, 1]);
  });

  test('fail one by one', async () => {
    const { send } = aQueue();

    const outcomes = await Promise.allSettled([send('one'), send('refuse'), send('two')]);

    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  });

  test('all fail when the queue is down', async () => {
    const { send } = aQueue();

    const outcomes = await Promise.allSettled([send('one'), send('down')]);

    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  });
});

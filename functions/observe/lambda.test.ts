import type { Context } from 'aws-lambda';
import { describe, expect, test } from 'vitest';
import { currentInvocation } from './context.ts';
import { lambda } from './lambda.ts';

const context = { awsRequestId: 'req-1', getRemainingTimeInMillis: () => 1000 } as Context;

describe('a deployed function', () => {
  test('passes the event to its handler and the answer back', async () => {
    const handler = lambda<number, number>('double', () => async (event) => event * 2);

    expect(await handler(21, context)).toBe(42);
  });

  test('lets everything it calls know the invocation', async () => {
    const handler = lambda('who', () => async () => currentInvocation()?.requestId);

    expect(await handler({}, context)).toBe('req-1');
  });

  test('is cold once', async () => {
    const handler = lambda('cold', () => async () => currentInvocation()?.isColdStart);

    expect([await handler({}, context), await handler({}, context)]).toEqual([true, false]);
  });

  test('hides why it failed and keeps the request id', async () => {
    const handler = lambda('broken', () => async () => {
      throw new Error('secret');
    });

    const failure = await handler({}, context).catch((error: unknown) => error);

    expect(String(failure)).toContain('req-1');
    expect(JSON.stringify(failure, Object.getOwnPropertyNames(failure))).not.toContain('secret');
  });
});

import { describe, expect, test } from 'vitest';
import { ComeAgain } from './batch.ts';
import { arrangingReturn } from './come-again.ts';

const receipt = { messageId: 'm1', receiveCount: 1, handle: 'h1' };

describe('a job that wants to come again', () => {
  const shown: [string, number][] = [];
  const handling = (error: Error) =>
    arrangingReturn<string>(
      async () => {
        throw error;
      },
      async (handle, seconds) => void shown.push([handle, seconds]),
    )('job', receipt);

  test('is shown again when it said', async () => {
    await expect(handling(new ComeAgain('too early', 8))).rejects.toBeInstanceOf(ComeAgain);

    expect(shown.splice(0)).toEqual([['h1', 8]]);
  });

  test.each([
    ['arranged it itself', new ComeAgain('arranged')],
    ['failed', new Error('no')],
  ])('is left to the queue when it %s', async (_name, error) => {
    await expect(handling(error)).rejects.toBe(error);

    expect(shown).toEqual([]);
  });
});

import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { newLane } from './one-by-one.ts';

test('runs one task at a time, also after one that failed', async () => {
  const lane = newLane();
  let [running, most] = [0, 0];
  const task = (number: number) => async () => {
    most = Math.max(most, ++running);
    await setImmediate();
    running -= 1;
    if (number === 2) throw new Error('two');
    return number;
  };

  const ended = await Promise.allSettled([1, 2, 3].map((number) => lane(task(number))));

  expect(most).toBe(1);
  expect(ended.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
});

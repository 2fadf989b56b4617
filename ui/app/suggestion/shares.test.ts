import { expect, it } from 'vitest';
import { byWeight, percentOf, rowAt } from './shares.ts';

const thresholds = [
  { threshold: 0.95, decided: 0.3, accuracy: 0.99 },
  { threshold: 0.5, decided: 0.9, accuracy: 0.8 },
  { threshold: 0.9, decided: 0.43, accuracy: 0.97 },
];

it.each([
  [0.5, 0.9],
  [0.9, 0.43],
  [0.91, 0.3],
  [0.3 + 0.6, 0.43],
])('deciding from %d on is told by what was tried at it or above', (threshold, decided) => {
  expect(rowAt({ thresholds }, threshold)?.decided).toBe(decided);
});

it('says nothing of thresholds above those that were tried', () => {
  expect(rowAt({ thresholds }, 0.99)).toBeUndefined();
});

it('shares are whole percents', () => {
  expect(percentOf(0.976)).toBe(98);
});

it('topics with most tickets come first', () => {
  const topic = (id: string, heldOut: number) => ({ topic: id, heldOut, precision: 1, recall: 1 });

  expect(byWeight([topic('a', 1), topic('b', 9)]).map((one) => one.topic)).toEqual(['b', 'a']);
});

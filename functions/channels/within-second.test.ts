import { describe, expect, test } from 'vitest';
import { withinSecond } from './within-second.ts';

const second = 1_767_225_600;
const receivedAt = '2026-01-01T00:00:00.500Z';

describe('messages of one second', () => {
  test('stay in the order of their numbers', () => {
    const times = ['98', '99', '100', '12101'].map((number) =>
      withinSecond(second, number, receivedAt),
    );

    expect(times).toEqual([
      '2026-01-01T00:00:00.098Z',
      '2026-01-01T00:00:00.099Z',
      '2026-01-01T00:00:00.100Z',
      '2026-01-01T00:00:00.101Z',
    ]);
  });

  test('are never later than they came', () => {
    expect(withinSecond(second, '999', receivedAt)).toBe(receivedAt);
  });

  test.each([undefined, 'mid:x'])('have the second itself without a number: %s', (number) => {
    expect(withinSecond(second, number, receivedAt)).toBe('2026-01-01T00:00:00.000Z');
  });
});

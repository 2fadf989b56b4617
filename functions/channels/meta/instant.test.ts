import { describe, expect, test } from 'vitest';
import { instantOf, orderedInstantOf } from './instant.ts';

const second = 1_767_225_600;

describe('a moment of Meta’s', () => {
  test.each([second, second * 1000])('is read in seconds and in milliseconds (%d)', (moment) => {
    expect(instantOf(moment, '2026-11-22T10:00:00.000Z')).toBe('2026-01-01T00:00:00.000Z');
  });
});

describe('messages of one second', () => {
  const told = (receivedAt: string, place = 0) => orderedInstantOf(second, receivedAt, place);

  test('stay in the order in which they came, within their second', () => {
    const instants = [
      told('2026-01-01T00:00:00.400Z'),
      told('2026-01-01T00:00:00.900Z'),
      told('2026-01-01T00:00:01.700Z'),
      told('2026-01-01T00:00:01.700Z', 1),
      told('2026-01-01T00:00:59.000Z'),
    ];

    expect(instants.toSorted()).toEqual(instants);
    expect(new Set(instants).size).toBe(instants.length);
    expect(instants.every((instant) => instant.startsWith('2026-01-01T00:00:00'))).toBe(true);
  });

  test('are taken at their word when they come much later', () => {
    expect(told('2026-01-01T00:05:00.000Z')).toBe('2026-01-01T00:00:00.000Z');
  });

  test('are never later than they came', () => {
    expect(told('2026-01-01T00:00:00.000Z', 5)).toBe('2026-01-01T00:00:00.000Z');
  });
});

import { describe, expect, it } from 'vitest';
import { minuteOf, moved, replaced, timeOf } from './moved.ts';

describe('a list in order', () => {
  it.each([
    [0, 1, 'bac'],
    [2, 0, 'cab'],
    [0, -1, 'abc'],
    [2, 9, 'abc'],
    [7, 0, 'abc'],
  ])('moves item %i to place %i', (from, to, wanted) => {
    expect(moved(['a', 'b', 'c'], from, to).join('')).toBe(wanted);
  });

  it('has one item replaced', () => {
    expect(replaced(['a', 'b'], 1, 'x')).toEqual(['a', 'x']);
  });
});

describe('times of the day', () => {
  it.each([
    [0, '00:00'],
    [570, '09:30'],
    [1439, '23:59'],
  ])('are minutes: %i is %s', (minute, time) => {
    expect(timeOf(minute)).toBe(time);
    expect(minuteOf(time)).toBe(minute);
  });

  it('write midnight at the end of a day as midnight, and know what is none', () => {
    expect(timeOf(1440)).toBe('00:00');
    expect(minuteOf('24:00')).toBeUndefined();
    expect(minuteOf('')).toBeUndefined();
  });
});

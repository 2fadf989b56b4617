import { describe, expect, it } from 'vitest';
import { fromZoned, toZoned } from './zoned.ts';

const berlin = 'Europe/Berlin';

describe('a moment by the wall clock of a zone', () => {
  it.each([
    ['2026-11-11T00:00', 'Europe/Moscow', '2026-11-10T21:00:00.000Z'],
    ['2026-07-01T09:30', berlin, '2026-07-01T07:30:00.000Z'],
    ['2026-11-11T00:00', 'Asia/Kolkata', '2026-11-10T18:30:00.000Z'],
    ['2026-11-11T00:00', 'UTC', '2026-11-11T00:00:00.000Z'],
  ])('is there and back the same: %s in %s', (wall, zone, instant) => {
    expect(fromZoned(wall, zone)).toBe(instant);
    expect(toZoned(instant, zone)).toBe(wall);
  });

  it('that the clocks skip in spring is as long after the change', () => {
    expect(fromZoned('2026-03-29T02:30', berlin)).toBe('2026-03-29T01:30:00.000Z');
  });

  it('that comes twice in autumn is the first one', () => {
    expect(fromZoned('2026-10-25T02:30', berlin)).toBe('2026-10-25T00:30:00.000Z');
  });

  it('is none when it is not finished', () => {
    expect(fromZoned('', berlin)).toBeUndefined();
  });
});

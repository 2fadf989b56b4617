import { describe, expect, it } from 'vitest';
import { plausibleInstant } from './plausible-instant.ts';

const receivedAt = '2026-11-22T10:00:00.000Z';

describe('a provider’s time', () => {
  it('is taken as it is when it lies before the receipt', () => {
    expect(plausibleInstant('2026-11-22T11:59:00+02:00', receivedAt)).toBe(
      '2026-11-22T09:59:00.000Z',
    );
  });

  it.each([
    ['a second ahead', '2026-11-22T10:00:01Z'],
    ['missing', undefined],
    ['no date', 'soon'],
    ['never set', 0],
  ])('is the receipt’s when it is %s', (_, given) => {
    expect(plausibleInstant(given, receivedAt)).toBe(receivedAt);
  });
});

import { describe, expect, test } from 'vitest';
import { pack, unpack } from './packed.ts';

describe('a packed value', () => {
  test('comes back', () => {
    const value = {
      subject: 'Кэшбэк не пришёл 🙈',
      at: '2026-11-02T09:00:00.000Z',
      list: [1, null],
    };

    expect(unpack(pack(value))).toEqual(value);
  });

  test('of the first day can be read for ever', () => {
    const stored = Buffer.from(packedOnTheFirstDay, 'base64');

    expect(unpack(stored)).toEqual({ status: 'waiting', subject: 'Order 7', channel: 'mail' });
  });

  test('of a newer format is refused, not guessed', () => {
    const newer = pack({});
    newer[0] = 2;

    expect(() => unpack(newer)).toThrow('unknown format');
    expect(() => unpack(undefined)).toThrow('unknown format');
  });
});

/** If this cannot be read, the dictionary was changed and every ticket stored so far is lost: give it a new format. */
const packedOnTheFirstDay = 'AavGDC3kYtwfHN/mmBFXCwA=';

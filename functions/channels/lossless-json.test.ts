import { describe, expect, test } from 'vitest';
import { losslessJsonOf } from './lossless-json.ts';

const read = (json: string) => losslessJsonOf(Buffer.from(json));

describe('JSON with large ids', () => {
  test.each([
    ['9007199254740993', '9007199254740993'],
    ['-98211023614189660', '-98211023614189660'],
    ['9007199254740991', 9_007_199_254_740_991],
    ['1.5', 1.5],
    ['1e400', Number.POSITIVE_INFINITY],
    ['"98211023614189660"', '98211023614189660'],
  ])('reads %s without loss', (written, value) => {
    expect(read(`{"id":${written},"rest":[{"id":${written}}]}`)).toEqual({
      id: value,
      rest: [{ id: value }],
    });
  });

  test('is refused when it is broken', () => {
    expect(() => read('{"id":')).toThrow(SyntaxError);
  });
});

import { describe, expect, test } from 'vitest';
import { csvRow } from './csv.ts';

describe('a row', () => {
  test('is quoted, also what has quotes, commas and line breaks', () => {
    expect(csvRow(['a', 'say "hi", twice', 'one\ntwo', ''])).toBe(
      '"a","say ""hi"", twice","one\ntwo",""\r\n',
    );
  });

  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', ' =1', '\u0000=1', '|cmd', '%0A'])(
    'does not let %j become a formula',
    (value) => {
      expect(csvRow([value])).toBe(`"'${value}"\r\n`);
    },
  );
});

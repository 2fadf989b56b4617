import { describe, expect, it } from 'vitest';
import { csvOf } from './csv.ts';

describe('a table as CSV', () => {
  it('quotes every cell and doubles the quotes inside', () => {
    expect(
      csvOf([
        ['a', 'say "no", twice'],
        ['', 'x\ny'],
      ]),
    ).toBe('\uFEFF"a","say ""no"", twice"\r\n"","x\ny"\r\n');
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', ' =1', '\r=1', "|cmd' /C calc", '%0A'])(
    'lets %j be no formula',
    (value) => {
      expect(csvOf([[value]])).toBe(`\uFEFF"'${value}"\r\n`);
    },
  );

  it('leaves an ordinary value as it is', () => {
    expect(csvOf([['2026-11-22T10:00:00.000Z', 'Ann = Bob']])).toContain(
      '"2026-11-22T10:00:00.000Z","Ann = Bob"',
    );
  });
});

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { EFFECTS } from './pausing.ts';

const COLUMNS = ['reply', 'update', 'waiting', 'agent', 'total'] as const;

describe('docs/PROMISES.md', () => {
  it('shows what every status does to every clock', () => {
    const text = readFileSync(new URL('../../../docs/PROMISES.md', import.meta.url), 'utf8');
    const table = text.split('<!-- table:effects')[1]?.split('\n\n')[0] ?? '';

    const rows = table
      .split('\n')
      .filter((line) => line.startsWith('| '))
      .slice(2)
      .map((line) =>
        line
          .split('|')
          .slice(1, -1)
          .map((cell) => cell.trim()),
      );

    const expected = Object.entries(EFFECTS).map(([status, row]) => [
      status,
      ...COLUMNS.map((c) => row[c]),
    ]);
    expect(rows).toEqual(expected);
  });
});

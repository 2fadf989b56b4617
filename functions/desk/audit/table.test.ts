import { describe, expect, test } from 'vitest';
import { auditColumns, auditRow } from './table.ts';

const anEntry = (over: object = {}) => ({
  id: 'evt_000000000000000000000001',
  at: '2026-11-02T09:30:00.000Z',
  by: { id: 'agt_anna', name: 'Anna' },
  from: '203.0.113.7',
  action: 'settings.saved' as const,
  target: 'roles',
  ...over,
});
const cellsOf = (over: object) => {
  const row = auditRow(anEntry(over));
  return Object.fromEntries(auditColumns.map((column, index) => [column, row[index]]));
};

describe('a line of the audit trail in a table', () => {
  test('says who, what, when and from where', () => {
    expect(cellsOf({})).toMatchObject({
      at: '2026-11-02T09:30:00.000Z',
      by: 'Anna',
      byId: 'agt_anna',
      from: '203.0.113.7',
      action: 'settings.saved',
      target: 'roles',
    });
  });

  test.each([
    [
      'of one thing',
      { before: { role: 'lead' }, after: { role: 'admin' } },
      '{"role":"lead"}',
      '{"role":"admin"}',
    ],
    [
      'of a list',
      { added: [1], removed: [2], changed: [{ before: 3, after: 4 }], reordered: false },
      '[2,3]',
      '[1,4]',
    ],
    ['that only came', { added: [1], removed: [], changed: [] }, '', '[1]'],
    ['of another shape', { rows: 7 }, '', '{"rows":7}'],
    ['of a read', undefined, '', ''],
  ])('has both sides of a change %s', (_kind, changes, before, after) => {
    expect(cellsOf({ changes })).toMatchObject({ before, after });
  });

  test('says that the order changed, and that a change was too large', () => {
    const reordered = cellsOf({
      changes: { added: [], removed: [], changed: [], reordered: true },
    });

    expect(reordered['remark']).toBe('put in another order');
    expect(cellsOf({ isCut: true })['remark']).toBe('too large to be kept whole');
  });
});

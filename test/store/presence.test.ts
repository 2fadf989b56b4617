import { beforeAll, describe, expect, test } from 'vitest';
import { auditStore } from '../../functions/dynamo/audit.ts';
import { presenceStore } from '../../functions/dynamo/presence.ts';
import type { AuditEntry } from '../../schemas/audit.ts';
import type { Presence } from '../../schemas/presence.ts';
import { aTable, type TestTable } from './a-table.ts';

let table: TestTable;
let presence: ReturnType<typeof presenceStore>;
beforeAll(async () => {
  table = await aTable();
  presence = presenceStore(table);
});

const at = '2026-11-02T09:00:00.000Z';
const aPresence = (agentId: string, over: Partial<Presence> = {}): Presence => ({
  agentId,
  state: 'available',
  since: at,
  by: 'self',
  version: 1,
  ...over,
});
const audit: AuditEntry = {
  id: 'evt_presence1',
  at,
  by: { id: 'agt_lead', name: 'Lena' },
  from: '192.0.2.1',
  action: 'presence.changed',
  target: 'agt_olga',
};

describe('presence', () => {
  test('of everyone is read with one query', async () => {
    await presence.save(aPresence('agt_ann'), 0);
    await presence.save(aPresence('agt_olga', { state: 'away', note: 'lunch' }), 0);

    expect(await presence.list()).toEqual([
      aPresence('agt_ann'),
      aPresence('agt_olga', { state: 'away', note: 'lunch' }),
    ]);
    expect(await presence.load('agt_olga')).toMatchObject({ note: 'lunch' });
    expect(await presence.load('agt_nobody')).toBeUndefined();
  });

  test('is changed by one of several who saw the same, for one unit', async () => {
    const busy = aPresence('agt_ann', { state: 'busy', version: 2 });

    const saved = await Promise.all([1, 2, 3].map(() => presence.save(busy, 1)));
    const { units } = await table.meter.measure(() => presence.save({ ...busy, version: 3 }, 2));

    expect(saved.toSorted()).toEqual(['saved', 'stale', 'stale']);
    expect(units).toBe(1);
  });

  test('is begun once', async () => {
    const saved = await Promise.all([1, 2].map(() => presence.save(aPresence('agt_new'), 0)));

    expect(saved.toSorted()).toEqual(['saved', 'stale']);
  });

  test('that a colleague sets is on record with it, or not at all', async () => {
    const off = aPresence('agt_olga', { state: 'off', by: 'colleague', version: 2 });

    expect(await presence.save(off, 7, audit)).toBe('stale');
    expect((await auditStore(table).list({ limit: 10, until: at })).items).toEqual([]);
    expect(await presence.save(off, 1, audit)).toBe('saved');
    expect((await auditStore(table).list({ limit: 10, until: at })).items).toHaveLength(1);
  });
});

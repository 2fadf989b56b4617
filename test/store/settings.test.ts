import { beforeAll, describe, expect, test } from 'vitest';
import { agentStore } from '../../functions/dynamo/agents.ts';
import { auditStore } from '../../functions/dynamo/audit.ts';
import { deskStore } from '../../functions/dynamo/desk-lists.ts';
import type { AuditEntry } from '../../schemas/audit.ts';
import { anAgent } from '../make/a-ticket.ts';
import { aTable, type TestTable } from './a-table.ts';

let table: TestTable;
beforeAll(async () => {
  table = await aTable();
});

let entries = 0;
const anEntry = (at: string, over: Partial<AuditEntry> = {}): AuditEntry => ({
  id: `evt_${String(++entries).padStart(24, '0')}`,
  at,
  by: { id: 'agt_anna', name: 'Anna' },
  from: '203.0.113.7',
  action: 'settings.saved',
  target: 'routing',
  ...over,
});
const rules = { mode: 'first' as const, rules: [] };

describe('the audit trail', () => {
  test('is written with the change it tells of, or not at all', async () => {
    const desk = deskStore(table);
    const audit = auditStore(table);
    const at = '2026-11-02T09:30:00.000Z';

    const saved = await desk.save('routing', rules, 0, anEntry(at, { target: 'first' }));
    const stale = await desk.save('routing', rules, 0, anEntry(at, { target: 'second' }));

    const { items } = await audit.list({ limit: 10, until: at });
    expect([saved, stale]).toEqual(['saved', 'stale']);
    expect(items.map(({ target }) => target)).toEqual(['first']);
  });

  test('tells of people too', async () => {
    const agents = agentStore(table);
    const at = '2026-11-03T09:30:00.000Z';
    const agent = { ...anAgent({ id: 'agt_boris', email: 'boris@desk.example' }), subjects: [] };

    await agents.save(agent, 'new', anEntry(at, { action: 'agent.added', target: agent.id }));

    const { items } = await auditStore(table).list({ limit: 1, until: at });
    expect(items[0]).toMatchObject({ action: 'agent.added', target: 'agt_boris' });
  });

  test('is read newest first, page by page, across months without entries', async () => {
    const audit = auditStore(await aTable());
    const moments = ['2026-03-01', '2026-03-31', '2026-06-15', '2026-06-16', '2026-11-02'];
    for (const day of moments) await audit.append(anEntry(`${day}T12:00:00.000Z`));

    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await audit.list({ limit: 2, cursor, until: '2026-11-30T00:00:00.000Z' });
      seen.push(...page.items.map(({ at }) => at.slice(0, 10)));
      cursor = page.cursor;
    } while (cursor !== undefined);

    expect(seen).toEqual(moments.toReversed());
  });

  test('begins within a month at the moment that is asked for', async () => {
    const audit = auditStore(await aTable());
    for (const day of ['01', '02', '03'])
      await audit.append(anEntry(`2026-11-${day}T12:00:00.000Z`));

    const { items } = await audit.list({ limit: 10, until: '2026-11-02T12:00:00.000Z' });

    expect(items.map(({ at }) => at.slice(8, 10))).toEqual(['02', '01']);
  });

  test('goes on where long entries cut a page short', async () => {
    const audit = auditStore(await aTable());
    const long = { text: 'x'.repeat(90_000) };
    for (let index = 0; index < 15; index += 1)
      await audit.append(anEntry('2026-11-02T12:00:00.000Z', { changes: long }));

    const first = await audit.list({ limit: 15, until: '2026-11-02T12:00:00.000Z' });
    const rest = await audit.list({
      limit: 15,
      until: '2026-11-02T12:00:00.000Z',
      ...(first.cursor !== undefined && { cursor: first.cursor }),
    });

    expect(first.items.length).toBeLessThan(15);
    expect(first.items.length + rest.items.length).toBe(15);
  });

  test('is read oldest first between two moments, both included, over pages and months', async () => {
    const audit = auditStore(await aTable());
    const moments = ['02-27', '02-28', '04-01', '04-02', '04-03'].map(
      (day) => `2026-${day}T12:00:00.000Z`,
    );
    const changes = { text: 'x'.repeat(90_000) };
    for (const at of moments) await audit.append(anEntry(at));
    for (let index = 0; index < 12; index += 1)
      await audit.append(anEntry('2026-03-05T12:00:00.000Z', { changes }));

    const seen: string[] = [];
    let pages = 0;
    for await (const page of audit.between({
      from: '2026-02-28T12:00:00.000Z',
      to: '2026-04-02T12:00:00.000Z',
    })) {
      pages += 1;
      seen.push(...page.map(({ at }) => at.slice(5, 10)));
    }

    expect(seen).toEqual(['02-28', ...Array.from({ length: 12 }, () => '03-05'), '04-01', '04-02']);
    expect(pages).toBe(4);
  });

  test('says so when what changed is too large for one line', async () => {
    const audit = auditStore(await aTable());
    const at = '2026-11-02T09:30:00.000Z';

    await audit.append(anEntry(at, { changes: { text: 'x'.repeat(200_000) } }));

    const [entry] = (await audit.list({ limit: 1, until: at })).items;
    expect(entry).toMatchObject({ isCut: true });
    expect(entry?.changes).toBeUndefined();
  });
});

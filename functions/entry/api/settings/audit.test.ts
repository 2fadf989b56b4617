import { describe, expect, test } from 'vitest';
import type { AuditEntry } from '../../../../schemas/audit.ts';
import { anApi, aStoredAgent, claimsFor } from '../../../../test/make/an-api.ts';

const admin = aStoredAgent({ id: 'agt_root', role: 'admin', email: 'root@desk.example' });
const claims = claimsFor(admin);
const range = { from: '2026-11-01T00:00:00.000Z', to: '2026-11-30T00:00:00.000Z' };

const anEntry = (over: Partial<AuditEntry> = {}): AuditEntry => ({
  id: 'evt_000000000000000000000001',
  at: '2026-11-02T09:30:00.000Z',
  by: { id: 'agt_anna', name: '=HYPERLINK("https://evil.example")' },
  from: '203.0.113.7',
  action: 'settings.saved',
  target: 'routing',
  ...over,
});
const anExport = async (body: object, entries: readonly AuditEntry[] = []) => {
  const api = anApi([admin]);
  for (const entry of entries) await api.audit.append(entry);
  const request = { method: 'POST', path: '/api/audit/export', body, claims };
  return { api, answer: await api.send(request) };
};

describe('the exported audit trail', () => {
  test('is a sheet behind a link, under a name that nobody can guess', async () => {
    const later = anEntry({ at: '2026-11-03T09:30:00.000Z', target: 'lines' });

    const { api, answer } = await anExport(range, [anEntry(), later]);

    const [key = ''] = api.files.keys();
    const text = Buffer.from((await api.files.get(key)) ?? '').toString();
    const lines = text.split('\r\n');
    expect(answer).toMatchObject({ status: 201, body: { rows: 2 } });
    expect(answer.body['url']).toContain(key);
    expect(key).toMatch(/^exports\/[0-9a-f-]{36}\.csv$/);
    expect(lines[0]).toBe(
      '\uFEFF"at","by","byId","from","action","target","before","after","remark"',
    );
    expect(lines[1]).toContain(`"'=HYPERLINK(""https://evil.example"")"`);
    expect(lines[2]).toContain('"lines"');
  });

  test('is itself on record, with how much was taken', async () => {
    const { api } = await anExport(range, [anEntry()]);

    expect(api.audit.entries[0]).toMatchObject({
      action: 'audit.exported',
      by: { id: 'agt_root' },
      target: `${range.from}/${range.to}`,
      changes: { after: { rows: 1 } },
    });
  });

  test.each([
    ['ends before it begins', { from: range.to, to: range.from }],
    ['is longer than five years', { from: '2019-11-01T00:00:00.000Z', to: range.to }],
  ])('is refused for a time that %s', async (_why, body) => {
    const { answer } = await anExport(body);

    expect(answer).toMatchObject({ status: 400, body: { code: 'audit.range' } });
  });

  test('is refused when it is more than one file holds, and leaves nothing behind', async () => {
    const page = Array.from({ length: 25_001 }, () => anEntry());
    const api = anApi([admin]);
    const between = async function* () {
      yield page;
      yield page;
    };
    const full = anApi([admin], { audit: { ...api.audit, between } });

    const answer = await full.send({
      method: 'POST',
      path: '/api/audit/export',
      body: range,
      claims,
    });

    expect(answer).toMatchObject({ status: 400, body: { code: 'audit.too-many' } });
    expect(full.files.keys()).toEqual([]);
  });
});

describe('the audit trail', () => {
  test('is read for one person, or one kind of entry', async () => {
    const api = anApi([admin]);
    await api.audit.append(anEntry());
    await api.audit.append(
      anEntry({ by: { id: 'agt_boris', name: 'Bob' }, action: 'agent.added' }),
    );
    const read = async (query: Record<string, string>) =>
      (
        await api.send({
          method: 'GET',
          path: `/api/audit?${new URLSearchParams(query).toString()}`,
          claims,
        })
      ).body['items'];

    expect(await read({})).toHaveLength(2);
    expect(await read({ by: 'agt_boris' })).toMatchObject([{ action: 'agent.added' }]);
    expect(await read({ action: 'settings.saved' })).toMatchObject([{ by: { id: 'agt_anna' } }]);
    expect(await read({ by: 'agt_boris', action: 'settings.saved' })).toEqual([]);
  });
});

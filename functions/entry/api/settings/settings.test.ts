import { describe, expect, it } from 'vitest';
import { anApi, aStoredAgent, claimsFor } from '../../../../test/make/an-api.ts';
import type { DeskStore } from '../../../desk/settings-stores.ts';

const admin = aStoredAgent({ role: 'admin' });
const operator = aStoredAgent({ id: 'agt_operator', email: 'op@desk.example', role: 'operator' });

/** A desk whose saves are kept and can be looked at. */
function aDesk() {
  const saves: { list: string; items: unknown; target: string | undefined; changes: unknown }[] =
    [];
  const desk: Pick<DeskStore, 'load' | 'loadAll' | 'save'> = {
    load: async () => undefined,
    loadAll: async () => ({}),
    save: async (list, items, expects, audit) => {
      if (expects !== 0) return 'stale';
      saves.push({ list, items, target: audit?.target, changes: audit?.changes });
      return 'saved';
    },
  };
  const api = anApi([admin, operator], { desk });
  const ask = (method: string, path: string, body?: unknown, by = admin) =>
    api.send({ method, path, claims: claimsFor(by), ...(body !== undefined && { body }) });
  return { ask, saves };
}

type List = { items: { id: string; name: string; version: number }[]; version: number };
const listIn = async (desk: ReturnType<typeof aDesk>, list: string) =>
  (await desk.ask('GET', '/api/settings')).body[list] as List;

describe('the settings', () => {
  it('begin as a new desk has them, at version 0', async () => {
    const { body } = await aDesk().ask('GET', '/api/settings');

    expect(body).toMatchObject({
      lines: { version: 0 },
      routing: { items: { mode: 'first', rules: [] }, version: 0 },
    });
  });

  it('are saved with a line in the audit trail, what changed under a new version', async () => {
    const desk = aDesk();
    const { items } = await listIn(desk, 'calendars');
    const [first, ...others] = items;

    const { status, body } = await desk.ask('PUT', '/api/settings/calendars', {
      items: [{ ...first, name: 'Day and night' }, ...others],
      expects: 0,
    });

    expect(status).toBe(200);
    expect((body as unknown as List).items.map(({ version }) => version)).toEqual([2, 1, 1]);
    expect(desk.saves).toMatchObject([{ list: 'calendars', target: 'calendars' }]);
  });

  it('name every place that cannot be saved', async () => {
    const desk = aDesk();
    const { items } = await listIn(desk, 'lines');

    const { status, body } = await desk.ask('PUT', '/api/settings/lines', {
      items: items.map((line) => ({ ...line, calendarId: 'nowhere' })),
      expects: 0,
    });

    expect(status).toBe(400);
    expect(body).toMatchObject({ code: 'settings.invalid' });
    expect(body['errors']).toContainEqual({
      path: 'items.0.calendarId',
      message: 'there is no calendar "nowhere"',
      code: 'no-calendar',
      data: { id: 'nowhere' },
    });
    expect(desk.saves).toEqual([]);
  });

  it('are not overwritten by an editor who saw an older list', async () => {
    const desk = aDesk();
    const { items } = await listIn(desk, 'promises');

    const { status, body } = await desk.ask('PUT', '/api/settings/promises', { items, expects: 3 });

    expect(status).toBe(409);
    expect(body).toMatchObject({ code: 'settings.changed' });
  });

  it('have on record that rules now act together', async () => {
    const desk = aDesk();
    const items = { mode: 'all', rules: [] };

    await desk.ask('PUT', '/api/settings/routing', { items, expects: 0 });

    expect(desk.saves[0]?.changes).toMatchObject({
      changed: [{ before: { mode: 'first' }, after: { mode: 'all' } }],
    });
  });

  it('take no rule that could not work', async () => {
    const rule = {
      id: 'broken',
      name: 'Broken',
      all: [{ field: 'pattern', pattern: '(' }],
      actions: { topic: 'payouts' },
    };

    const { status, body } = await aDesk().ask('PUT', '/api/settings/routing', {
      items: { mode: 'first', rules: [rule] },
      expects: 0,
    });

    expect(status).toBe(400);
    expect(body['errors']).toMatchObject([{ path: 'items.rules.0.all.0' }]);
  });

  it('read holidays from a calendar file without saving them', async () => {
    const desk = aDesk();
    const { items } = await listIn(desk, 'calendars');
    const text = [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'BEGIN:VEVENT',
      'UID:1',
      'SUMMARY:Unity Day',
      'DTSTART;VALUE=DATE:20271003',
      'END:VEVENT',
      'END:VCALENDAR',
    ].join('\r\n');

    const { body } = await desk.ask('POST', '/api/settings/calendars/holidays', {
      text,
      calendar: items[0],
    });

    expect(body).toMatchObject({
      holidays: [{ name: 'Unity Day', date: '2027-10-03', windows: [] }],
      problems: [],
    });
    expect(desk.saves).toEqual([]);
  });

  it('are closed to operators', async () => {
    expect((await aDesk().ask('GET', '/api/settings', undefined, operator)).status).toBe(403);
  });
});

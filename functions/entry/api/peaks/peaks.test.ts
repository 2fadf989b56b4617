import { describe, expect, it } from 'vitest';
import type { AuditEntry } from '../../../../schemas/audit.ts';
import type { ArrivalDay, Peak } from '../../../../schemas/peak.ts';
import { aPeak } from '../../../../test/make/a-peak.ts';
import { anApi, aStoredAgent, claimsFor } from '../../../../test/make/an-api.ts';
import { arrivalDays, weeksBefore } from '../../../../test/make/arrivals.ts';
import type { ArrivalStore } from '../../../desk/arrival-stores.ts';
import { dayAfter } from '../../../desk/peaks/days.ts';
import type { DeskStore, StoredList } from '../../../desk/settings-stores.ts';

const lead = aStoredAgent({ id: 'agt_lead', email: 'lead@desk.example', role: 'lead' });
/** The api's clock: a Monday, ten o'clock. */
const today = '2026-11-02';

type View = { items: Peak[]; version: number; now: string[]; proposals: { id: string }[] };

/** A desk whose peaks are kept as the table keeps them, and that others save to in between, `rivals` times. */
function aDesk({
  rivals = 0,
  arrivals,
}: {
  rivals?: number;
  arrivals?: Partial<ArrivalStore>;
} = {}) {
  let stored: StoredList<readonly Peak[]> | undefined;
  let left = rivals;
  const trail: AuditEntry[] = [];
  const desk: Pick<DeskStore, 'load' | 'loadAll' | 'save'> = {
    load: async () => stored as never,
    loadAll: async () => (stored ? { peaks: stored } : {}),
    save: async (_list, items, expects, audit) => {
      if (left > 0) {
        left -= 1;
        const rival = aPeak({ id: `rival-${left}` });
        stored = { items: [...(stored?.items ?? []), rival], version: (stored?.version ?? 0) + 1 };
      }
      if (expects !== (stored?.version ?? 0)) return 'stale';
      stored = { items: items as readonly Peak[], version: expects + 1 };
      if (audit) trail.push(audit);
      return 'saved';
    },
  };
  const dismissed: string[] = [];
  const api = anApi([lead], {
    desk,
    arrivals: { days: async () => [], recent: async () => undefined, ...arrivals },
    proposals: { dismissed: async () => dismissed, dismiss: async (id) => void dismissed.push(id) },
  });
  const claims = claimsFor(lead);
  const ask = (method: string, path: string, body?: unknown) =>
    api.send({ method, path, claims, ...(body !== undefined && { body }) });
  return { ask, trail, now: api.now };
}
const view = ({ body }: { body: unknown }) => body as View;
const declared = { name: 'Payments are down', hours: 2, factors: { payouts: 4 } };

describe('the calendar of peaks', () => {
  it('is saved by its version, with what changed on record', async () => {
    const desk = aDesk();

    const saved = await desk.ask('PUT', '/api/peaks', { items: [aPeak()], expects: 0 });
    const stale = await desk.ask('PUT', '/api/peaks', { items: [], expects: 0 });

    expect(view(saved)).toMatchObject({ version: 1, now: [], items: [{ id: 'sale' }] });
    expect(stale).toMatchObject({ status: 409, body: { code: 'settings.changed' } });
    expect(desk.trail).toMatchObject([{ action: 'settings.saved', target: 'peaks' }]);
  });

  it('is not saved with topics that do not exist or with an end before the beginning', async () => {
    const desk = aDesk();
    const odd = aPeak({ factors: { gone: 2 } });

    const unknown = await desk.ask('PUT', '/api/peaks', { items: [odd], expects: 0 });
    const backwards = await desk.ask('PUT', '/api/peaks', {
      items: [{ ...aPeak(), to: '2026-11-10T00:00:00.000Z' }],
      expects: 0,
    });

    expect(unknown.body).toMatchObject({
      code: 'settings.invalid',
      errors: [{ path: 'items.0.factors.gone' }],
    });
    expect(backwards.body).toMatchObject({ code: 'input.invalid' });
  });
});

describe('declaring a peak', () => {
  it('puts it on from now, tells the desk’s screens, and is on record', async () => {
    const desk = aDesk();

    const answer = await desk.ask('POST', '/api/peaks/declare', declared);
    const screens = await desk.ask('GET', '/api/desk');

    const [id = ''] = view(answer).now;
    expect(answer.status).toBe(201);
    expect(view(answer).items).toMatchObject([{ id, kind: 'declared', from: desk.now }]);
    expect(screens.body['peak']).toMatchObject({ id, name: declared.name });
    expect(desk.trail).toMatchObject([{ action: 'peak.declared', target: id }]);
  });

  it('keeps what others saved in that moment', async () => {
    const desk = aDesk({ rivals: 3 });

    const { items } = view(await desk.ask('POST', '/api/peaks/declare', declared));

    expect(items.map(({ kind }) => kind)).toEqual(['planned', 'planned', 'planned', 'declared']);
  });

  it('is told when others never stop saving', async () => {
    const answer = await aDesk({ rivals: 9 }).ask('POST', '/api/peaks/declare', declared);

    expect(answer).toMatchObject({ status: 409, body: { code: 'settings.changed' } });
  });

  it('is refused for a topic that does not exist', async () => {
    const body = { ...declared, factors: { gone: 2 } };

    expect((await aDesk().ask('POST', '/api/peaks/declare', body)).status).toBe(400);
  });
});

describe('ending a peak', () => {
  it('ends it now, once, and is on record', async () => {
    const desk = aDesk();
    const [id] = view(await desk.ask('POST', '/api/peaks/declare', declared)).now;

    const ended = await desk.ask('POST', `/api/peaks/${id}/end`, {});
    const again = await desk.ask('POST', `/api/peaks/${id}/end`, {});

    expect(view(ended)).toMatchObject({ now: [], items: [{ id, endedAt: desk.now }], version: 2 });
    expect(view(again)).toMatchObject({ now: [], version: 2 });
    expect(desk.trail.map(({ action }) => action)).toEqual(['peak.declared', 'peak.ended']);
  });

  it('is refused for one that is not on, and for none', async () => {
    const desk = aDesk();
    await desk.ask('PUT', '/api/peaks', { items: [aPeak()], expects: 0 });

    const early = await desk.ask('POST', '/api/peaks/sale/end', {});
    const none = await desk.ask('POST', '/api/peaks/none/end', {});

    expect(early).toMatchObject({ status: 409, body: { code: 'peak.not-on' } });
    expect(none).toMatchObject({ status: 404, body: { code: 'peak.missing' } });
  });
});

describe('with a history of arrivals', () => {
  const topics = { payouts: 8, bug: 2 };
  const days = arrivalDays({
    seed: 1,
    topics,
    first: weeksBefore(today, 12),
    last: dayAfter(today, -1),
  });
  const flood: ArrivalDay = {
    day: today,
    topics: { payouts: Array.from({ length: 24 }, (_, hour) => (hour < 10 ? 60 : 0)) },
  };
  const arrivals: Partial<ArrivalStore> = {
    days: async (first, last) => days.filter(({ day }) => first <= day && day <= last),
    recent: async () => ({ since: '2026-01-01T00:00:00.000Z', days: [...days.slice(-3), flood] }),
  };

  it('a flood is proposed until somebody declares it or puts it aside', async () => {
    const [one, other] = [aDesk({ arrivals }), aDesk({ arrivals })];
    const proposed = async (desk: typeof one) =>
      view(await desk.ask('GET', '/api/peaks')).proposals.map(({ id }) => id);
    const [id = ''] = await proposed(one);

    await one.ask('POST', '/api/peaks/declare', declared);
    await other.ask('POST', '/api/peaks/dismiss', { proposalId: id });

    expect(id).toBe(`arrivals|${today}|payouts`);
    expect([await proposed(one), await proposed(other)]).toEqual([[], []]);
  });

  it('the forecast shows hours, people and what came so far', async () => {
    const { body } = await aDesk({ arrivals }).ask('GET', '/api/forecast?days=2');

    const [payouts] = body['topics'] as { hours: unknown[]; error: number; weeks: number }[];
    expect(payouts).toMatchObject({ topic: 'payouts', weeks: 8 });
    expect(payouts?.hours).toHaveLength(48);
    expect(payouts?.error).toBeLessThan(0.5);
    expect(body).toMatchObject({ perDay: 160, staffing: [{ day: today, people: 2 }, {}] });
    expect((body['arrived'] as Record<string, number[]>)['payouts']).toEqual(
      Array.from({ length: 10 }, () => 60),
    );
  });

  it('a week that is past is forecast from what came before it, beside what came', async () => {
    const from = dayAfter(today, -7);
    const { body } = await aDesk({ arrivals }).ask('GET', `/api/forecast?from=${from}&days=7`);

    const arrived = (body['arrived'] as Record<string, number[]>)['payouts'] ?? [];
    const [payouts] = body['topics'] as { hours: { expected: number }[] }[];
    const expected = (payouts?.hours ?? []).reduce((sum, hour) => sum + hour.expected, 0);
    expect(arrived).toHaveLength(168);
    expect(arrived).toEqual(days.slice(-7).flatMap(({ topics: counts }) => counts['payouts']));
    expect(expected / arrived.reduce((sum, count) => sum + count, 0)).toBeCloseTo(1, 0);
  });
});

describe('a calendar of announcements', () => {
  it('becomes proposals, but those that were put aside', async () => {
    const desk = aDesk();
    const text =
      'BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nSUMMARY:Black Friday\nDTSTART;VALUE=DATE:20261127\nEND:VEVENT\nEND:VCALENDAR';
    const [found] = view(await desk.ask('POST', '/api/peaks/suggest', { text })).proposals;

    await desk.ask('POST', '/api/peaks/dismiss', { proposalId: found?.id });

    const again = await desk.ask('POST', '/api/peaks/suggest', { text });
    expect(found).toMatchObject({ reason: 'announcement', name: 'Black Friday' });
    expect(again.body).toEqual({ proposals: [], problems: [] });
  });
});

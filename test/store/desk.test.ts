import { beforeAll, describe, expect, test } from 'vitest';
import { defaultTopics } from '../../functions/desk/defaults/topics.ts';
import type { StoredAgent } from '../../functions/desk/people-stores.ts';
import { defaultCalendars, defaultPromises } from '../../functions/desk/promises/defaults.ts';
import { agentStore } from '../../functions/dynamo/agents.ts';
import { connectionStore } from '../../functions/dynamo/connections.ts';
import { deskStore } from '../../functions/dynamo/desk-lists.ts';
import { feedStore } from '../../functions/dynamo/feed.ts';
import { hookAttemptStore } from '../../functions/dynamo/hook-attempts.ts';
import { anAgent } from '../make/a-ticket.ts';
import { aTable, type TestTable } from './a-table.ts';

const now = '2026-11-02T09:30:00.000Z';
let table: TestTable;
beforeAll(async () => {
  table = await aTable();
});

const aStored = (name: string, over: Partial<StoredAgent> = {}): StoredAgent => ({
  ...anAgent({ id: `agt_${name}`, email: `${name}@desk.example` }),
  subjects: [],
  ...over,
});
const aChief = (name: string) => aStored(name, { role: 'super-admin' });

describe('the people of a desk', () => {
  test('begin with one first super admin, however many sign in at once', async () => {
    const agents = agentStore(await aTable());

    const outcomes = await Promise.all(['anna', 'boris'].map((n) => agents.saveFirst(aChief(n))));

    expect(outcomes.toSorted()).toEqual(['saved', 'stale']);
    expect(await agents.list()).toHaveLength(1);
  });

  test('never lose their last super admin', async () => {
    const agents = agentStore(await aTable());
    await agents.saveFirst(aChief('anna'));
    await agents.save(aChief('boris'), 'new');
    const demoted = ['anna', 'boris'].map((name) => aStored(name, { version: 2 }));

    const outcomes = await Promise.all(demoted.map((agent) => agents.save(agent, 1)));

    expect(outcomes.toSorted()).toEqual(['last-super-admin', 'saved']);
  });

  test('are found by address and by subject', async () => {
    const agents = agentStore(table);
    await agents.save(aStored('olga'), 'new');
    const seen = aStored('olga', { subjects: ['issuer|42'], version: 2 });

    expect(await agents.save(seen, 1)).toBe('saved');

    expect(await agents.findByEmail('OLGA@desk.example')).toEqual(seen);
    expect(await agents.findBySubject('issuer|42')).toEqual(seen);
    expect(await agents.findBySubject('issuer|43')).toBeUndefined();
  });

  test('have an address each', async () => {
    const agents = agentStore(table);
    const twin = aStored('twin', { email: 'Olga@desk.example' });

    expect(await agents.save(twin, 'new')).toBe('taken');
    expect(await agents.load('agt_twin')).toBeUndefined();
  });

  test('are not changed by whoever saw an older version', async () => {
    const agents = agentStore(table);

    expect(await agents.save(aStored('olga', { name: 'Olga P.', version: 2 }), 1)).toBe('stale');
  });
});

describe('what admins edit', () => {
  test('is absent until somebody saves it', async () => {
    const desk = deskStore(await aTable());

    expect(await desk.load('topics')).toBeUndefined();
    expect(await desk.loadAll()).toEqual({});
  });

  test('is saved as versions; the second of two editors is told', async () => {
    const desk = deskStore(table);

    expect(await desk.save('topics', defaultTopics, 0)).toBe('saved');
    expect(await desk.save('topics', [], 0)).toBe('stale');
    expect(await desk.save('topics', defaultTopics.slice(0, 3), 1)).toBe('saved');

    const topics = { items: defaultTopics.slice(0, 3), version: 2 };
    expect(await desk.loadAll()).toEqual({ topics });
  });

  test('keeps every version of calendars and promises for clocks that run', async () => {
    const desk = deskStore(table);
    const [first] = defaultPromises;
    const [calendar] = defaultCalendars('UTC');
    if (!first || !calendar) throw new Error('no defaults');
    const second = { ...first, version: first.version + 1, name: 'Shorter' };
    await desk.save('calendars', [calendar], 0);
    await desk.save('promises', [first], 0);
    await desk.save('promises', [second], 1);

    const pinned = await desk.loadPinned({
      calendars: [`${calendar.id}@${calendar.version}`, 'gone@9'],
      promises: [`${first.id}@${first.version}`],
    });

    expect(pinned).toEqual({ calendars: [calendar], promises: [first] });
  });

  test('cannot change a version that clocks may stand on', async () => {
    const desk = deskStore(table);
    const [first] = defaultPromises;
    if (!first) throw new Error('no defaults');

    expect(await desk.save('promises', [{ ...first, name: 'Rewritten' }], 2)).toBe('stale');
  });
});

describe('the feed', () => {
  test('tells each changed ticket once, at its newest version, over the hour', async () => {
    const feed = feedStore(table);
    const { cursor } = await feed.since(undefined, '2026-11-02T09:59:00.000Z');
    const ticket = (version: number) => [{ id: 'tkt_1', version, topic: 'bugs' }];
    await feed.append({ batchId: 'a', at: '2026-11-02T09:59:30.000Z', tickets: ticket(2) });
    await feed.append({ batchId: 'b', at: '2026-11-02T10:00:30.000Z', tickets: ticket(3) });

    const missed = await feed.since(cursor, '2026-11-02T10:01:00.000Z');

    expect(missed).toMatchObject({ tickets: ticket(3), isGap: false });
    expect(missed.cursor).not.toBe(cursor);
  });

  test('says that it cannot tell after a long absence', async () => {
    const feed = feedStore(table);
    const { cursor } = await feed.since(undefined, now);

    const missed = await feed.since(cursor, '2026-11-03T09:30:00.000Z');

    expect(missed).toMatchObject({ tickets: [], isGap: true });
  });
});

describe('connections of screens', () => {
  test('are known until they close, and forgotten by API Gateway’s limit', async () => {
    const connections = connectionStore(table);
    await connections.put({ connectionId: 'one', agentId: 'agt_olga', connectedAt: now });
    await connections.put({ connectionId: 'two', agentId: 'agt_olga', connectedAt: now });

    await connections.remove('one');
    await connections.remove('never');

    expect(await connections.listAll()).toEqual([
      { connectionId: 'two', agentId: 'agt_olga', connectedAt: now },
    ]);
  });
});

describe('attempts of an outgoing webhook', () => {
  test('are listed in order', async () => {
    const attempts = hookAttemptStore(table);
    const eventId = 'evt_0000000000000000000000dd';
    const failed = { eventId, attempt: 1, at: now, error: 'connection refused' };
    const sent = { eventId, attempt: 2, at: now, status: 204 };

    await attempts.add(sent);
    await attempts.add(failed);

    expect(await attempts.list(eventId)).toEqual([failed, sent]);
  });
});

import { beforeAll, describe, expect, test } from 'vitest';
import type { Visit, VisitStore } from '../../functions/desk/visits.ts';
import { connectionStore } from '../../functions/dynamo/connections.ts';
import { visitStore } from '../../functions/dynamo/visits.ts';
import { aTable, type TestTable } from './a-table.ts';

const now = '2026-11-22T10:00:00.000Z';
let table: TestTable;
let visits: VisitStore;
beforeAll(async () => {
  table = await aTable();
  visits = visitStore(table);
});

const aVisit = (over: Partial<Visit> = {}): Visit => ({
  socketId: 'v1=',
  connectionId: 'site-chat',
  chat: 'v:0123456789abcdef',
  language: 'en',
  user: { id: '42', name: 'Olya' },
  connectedAt: now,
  ...over,
});

describe('a visitor’s socket', () => {
  test('is known by its id with everything proven of the visitor', async () => {
    const visit = aVisit({ chat: 'v:known-by-its-own-id' });

    await visits.open(visit);

    expect(await visits.find('v1=')).toEqual(visit);
  });

  test('is one of its conversation’s, and of no other', async () => {
    const chat = 'v:of-one-conversation';
    await visits.open(aVisit({ socketId: 'a=', chat }));
    await visits.open(aVisit({ socketId: 'b=', chat }));

    expect(await visits.socketsOf({ connectionId: 'site-chat', chat })).toEqual(['a=', 'b=']);
    expect(await visits.socketsOf({ connectionId: 'shop-chat', chat })).toEqual([]);
  });

  test('is forgotten by its id alone, which says whose it was; again says nothing', async () => {
    const visit = aVisit({ socketId: 'gone=', chat: 'v:forgotten-conversation' });
    await visits.open(visit);

    expect(await visits.close('gone=')).toEqual(visit);

    expect(await visits.close('gone=')).toBeUndefined();
    expect(await visits.socketsOf(visit)).toEqual([]);
  });

  test('is heard once in a while only, however many ask at once', async () => {
    await visits.open(aVisit({ socketId: 'loud=' }));
    const noise = { socketId: 'loud=', what: 'typing', now, quietMilliseconds: 2_000 } as const;

    const heard = await Promise.all([1, 2, 3, 4].map(() => visits.measure(noise)));

    expect(heard.filter(Boolean)).toHaveLength(1);
    const later = '2026-11-22T10:00:02.000Z';
    expect(await visits.measure({ ...noise, now: later })).toBeDefined();
    expect(await visits.measure({ ...noise, what: 'seen' })).toBeDefined();
  });

  test('that nobody knows makes no noise and leaves no item', async () => {
    const noise = { socketId: 'ghost=', what: 'typing', now, quietMilliseconds: 1 } as const;

    expect(await visits.measure(noise)).toBeUndefined();
    expect(await visits.find('ghost=')).toBeUndefined();
  });
});

describe('a screen', () => {
  test('is told from a visitor', async () => {
    await connectionStore(table).put({
      connectionId: 's1=',
      agentId: 'agt_olga',
      connectedAt: now,
    });

    expect([await visits.agentAt('s1='), await visits.agentAt('v1=')]).toEqual([
      'agt_olga',
      undefined,
    ]);
  });

  test('watches a ticket until it looks away', async () => {
    await visits.watch({ ticketId: 'tkt_7', socketId: 's1=', now });
    await visits.watch({ ticketId: 'tkt_7', socketId: 's2=', now });
    await visits.unwatch({ ticketId: 'tkt_7', socketId: 's1=' });

    expect(await visits.watchersOf('tkt_7')).toEqual(['s2=']);
    expect(await visits.watchersOf('tkt_8')).toEqual([]);
  });
});

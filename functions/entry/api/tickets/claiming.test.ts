import { describe, expect, test } from 'vitest';
import { aTicket } from '../../../../test/make/a-ticket.ts';
import { anApi, aStoredAgent, claimsFor } from '../../../../test/make/an-api.ts';
import { defaultLines } from '../../../desk/defaults/lines.ts';

const olga = aStoredAgent({ id: 'agt_olga', email: 'olga@desk.example', name: 'Olga', lines: [] });
const ivan = aStoredAgent({ id: 'agt_ivan', email: 'ivan@desk.example', name: 'Ivan', lines: [] });
const claim = (body: object, by = olga) => ({
  method: 'POST',
  path: '/api/tickets/tkt_1042/claim',
  body,
  claims: claimsFor(by),
});
const next = (by = olga, body: object = {}) => ({
  method: 'POST',
  path: '/api/tickets/next',
  body,
  claims: claimsFor(by),
});

describe('a claim', () => {
  test('makes the ticket the agent’s own', async () => {
    const api = anApi([olga]);
    api.tickets.put(aTicket());

    const answer = await api.send(claim({ version: 1 }));

    expect(answer).toMatchObject({
      status: 200,
      body: { ticket: { assigneeId: 'agt_olga', version: 2 } },
    });
  });

  test('is refused with the name of who holds the ticket', async () => {
    const api = anApi([olga, ivan]);
    api.tickets.put(aTicket({ assigneeId: 'agt_ivan' }));

    const answer = await api.send(claim({ version: 1 }));

    expect(answer).toMatchObject({ status: 409, body: { code: 'ticket.claimed' } });
    expect(answer.body['title']).toContain('Ivan');
  });

  test('names the holder also when the race was lost while saving', async () => {
    const api = anApi([olga, ivan]);
    api.tickets.put(aTicket());
    api.tickets.beforeSave(() => api.tickets.put(aTicket({ assigneeId: 'agt_ivan', version: 2 })));

    const answer = await api.send(claim({ version: 1 }));

    expect(answer.body['title']).toContain('Ivan');
  });

  test('takes over when that is said', async () => {
    const api = anApi([olga, ivan]);
    api.tickets.put(aTicket({ assigneeId: 'agt_ivan' }));

    const answer = await api.send(claim({ version: 1, takeOver: true }));

    expect(answer).toMatchObject({ status: 200, body: { ticket: { assigneeId: 'agt_olga' } } });
  });

  test('of a ticket that changed otherwise asks to look again', async () => {
    const api = anApi([olga]);
    api.tickets.put(aTicket({ version: 3 }));

    expect(await api.send(claim({ version: 2 }))).toMatchObject({
      status: 409,
      body: { code: 'ticket.changed' },
    });
  });
});

describe('the next ticket', () => {
  const counters = {
    queues: async () => [
      { topic: 'payouts', active: 1, unassigned: 1, postponed: 0, breached: 0 },
      { topic: 'bug', active: 2, unassigned: 2, postponed: 0, breached: 0 },
    ],
  };
  const bug = aTicket({ id: 'tkt_7', number: 7, topic: 'bug' });

  test('comes from the longest queue', async () => {
    const api = anApi([olga], { counters });
    api.tickets.put(aTicket());
    api.tickets.put(bug);

    expect((await api.send(next())).body).toMatchObject({
      ticket: { id: 'tkt_7', assigneeId: 'agt_olga' },
    });
  });

  test('goes to one agent only, the other gets the one behind it', async () => {
    const api = anApi([olga, ivan], { counters });
    api.tickets.put(bug);
    api.tickets.put(aTicket());
    api.tickets.beforeSave(() => api.tickets.put({ ...bug, assigneeId: 'agt_ivan', version: 2 }));

    expect((await api.send(next())).body).toMatchObject({ ticket: { id: 'tkt_1042' } });
  });

  test('is different for each of many who ask at once', async () => {
    const many = Array.from({ length: 8 }, (_, n) =>
      aStoredAgent({ id: `agt_n${n}00`, email: `n${n}@desk.example`, lines: [] }),
    );
    const api = anApi(many, { counters });
    for (let number = 1; number <= 8; number += 1)
      api.tickets.put(aTicket({ id: `tkt_${number}`, number, topic: 'bug' }));

    const answers = await Promise.all(many.map((agent) => api.send(next(agent))));

    const given = answers.map(({ body }) => (body['ticket'] as { id: string }).id);
    expect(new Set(given).size).toBe(8);
  });

  test('is none when nothing waits', async () => {
    const api = anApi([olga], { counters });
    api.tickets.put({ ...bug, assigneeId: 'agt_ivan' });

    expect(await api.send(next())).toEqual({ status: 200, body: {} });
  });

  test('is looked for on one page only where the counters say that colleagues hold everything', async () => {
    const held = { topic: 'bug', active: 120, unassigned: 0, postponed: 0, breached: 0 };
    const api = anApi([olga, ivan], { counters: { queues: async () => [held] } });
    for (let number = 1; number <= 120; number += 1)
      api.tickets.put({ ...bug, id: `tkt_${number}`, number, assigneeId: 'agt_ivan' });
    let pages = 0;
    const listByTopic = api.deps.tickets.listByTopic.bind(api.deps.tickets);
    api.deps.tickets.listByTopic = (list) => {
      pages += 1;
      return listByTopic(list);
    };

    await api.send(next(olga, { topics: ['bug'] }));

    expect(pages).toBe(1);
  });

  test('comes from the agent’s own lines', async () => {
    const manager = aStoredAgent({
      id: 'agt_mary',
      email: 'mary@desk.example',
      lines: ['managers'],
    });
    const api = anApi([manager], { counters });
    api.tickets.put(bug);

    expect((await api.send(next(manager))).body).toEqual({});
  });

  test('comes from the topics asked for', async () => {
    const api = anApi([olga], { counters });
    api.tickets.put(bug);
    api.tickets.put(aTicket());

    expect((await api.send(next(olga, { topics: ['payouts'] }))).body).toMatchObject({
      ticket: { id: 'tkt_1042' },
    });
  });
});

describe('who has enough', () => {
  const limited = (load: object) => {
    const items = defaultLines.map((line) => ({ ...line, capacity: { perDay: 160, chats: 3 } }));
    const api = anApi([front], {
      work: async () => ({
        loads: [{ agentId: front.id, tickets: 5, chats: 0, taken: 20, day: '2026-11-02', ...load }],
        isCounted: () => false,
      }),
      desk: {
        load: async () => undefined,
        loadAll: async () => ({ lines: { items, version: 1 } }),
        save: async () => 'saved',
      },
    });
    api.tickets.put(aTicket({ line: 'front', channel: 'telegram' }));
    return api;
  };
  const front = aStoredAgent({ id: 'agt_mary', email: 'mary@desk.example', lines: ['front'] });

  test.each([
    [{ taken: 160 }, 'perDay'],
    [{ chats: 3 }, 'chats'],
  ])('is told so: %o', async (load, detail) => {
    const answer = await limited(load).send(next(front));

    expect(answer).toMatchObject({ status: 409, body: { code: 'capacity.reached', detail } });
  });

  test('is at work all the same', async () => {
    const api = limited({});

    await api.send(next(front));

    expect(await api.deps.presence.load(front.id)).toMatchObject({ state: 'available' });
  });
});

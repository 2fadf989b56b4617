import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Endpoint } from '../../../schemas/api/endpoint.ts';
import { staffEndpoints } from '../../../schemas/api/index.ts';
import { aRequestTo } from '../../../test/make/a-request.ts';
import { aTicket } from '../../../test/make/a-ticket.ts';
import { anApi, aStoredAgent, claimsFor } from '../../../test/make/an-api.ts';
import { anInbound } from '../../../test/make/an-inbound.ts';
import type { StoredAgent } from '../../desk/people-stores.ts';
import { messageFrom } from '../../desk/tickets/message.ts';
import type { ApiDeps } from './api-deps.ts';

const ticket = aTicket({ topic: 'payouts', line: 'front', subject: 'Where is my payout' });
const question = messageFrom(anInbound(), {
  ticketId: ticket.id,
  kind: 'customer',
  now: ticket.createdAt,
});
const known = {
  ticketId: ticket.id,
  messageId: question.id,
  entryId: question.id,
  answersId: question.id,
  occurredAt: question.occurredAt,
  clientId: 'b3f0c1de-8a52-4a8e-9d9e-0f6f2a6e1c11',
  assigneeId: null,
  until: '2026-11-20T10:00:00.000Z',
  index: 0,
  topic: 'bug',
};

const scopes = {
  'another topic': { topics: ['bug'] },
  'another line': { lines: ['second'] },
  'the topic, but another line': { topics: ['payouts'], lines: ['second'] },
  'no topic': { topics: [] },
};
const person = (scope?: StoredAgent['scope']) =>
  aStoredAgent({ role: 'super-admin', ...(scope && { scope }) });

const anApiFor = (agent: StoredAgent, over: Partial<ApiDeps> = {}) => {
  const api = anApi([agent], over);
  api.tickets.put(ticket, [question]);
  const ask = (request: { method: string; path: string; body?: unknown }) =>
    api.send({ ...request, claims: claimsFor(agent) });
  return { ...api, ask };
};

const namesTicket = ({ path }: Endpoint) => path.includes('{ticketId}');
const ofTicket = staffEndpoints
  .filter(namesTicket)
  .map((endpoint) => [endpoint.name, endpoint] as const);

describe.each(ofTicket)('%s', (_name, endpoint) => {
  test.each(Object.entries(scopes))(
    'is refused to somebody whose scope is %s',
    async (_, scope) => {
      const api = anApiFor(person(scope));

      const answer = await api.ask(aRequestTo(endpoint, known));

      expect(answer).toMatchObject({ status: 403, body: { code: 'ticket.out-of-scope' } });
      expect(JSON.stringify(answer.body)).not.toContain(ticket.subject);
      expect((await api.tickets.load(ticket.id))?.version).toBe(1);
    },
  );

  test.each([
    ['none', undefined],
    ['the topic', { topics: ['payouts', 'bug'] }],
    ['the line', { lines: ['front'] }],
  ])('is not refused to somebody whose scope is %s', async (_, scope) => {
    const answer = await anApiFor(person(scope)).ask(aRequestTo(endpoint, known));

    expect(['ticket.out-of-scope', 'input.invalid']).not.toContain(answer.body['code']);
  });
});

describe('a ticket that is named elsewhere than in the path', () => {
  const outsider = person({ topics: ['bug'] });
  const opened = { ticket, first: question };

  test('is not routed again for somebody out of scope', async () => {
    const archive = { opened: async () => opened, newest: async () => [opened] };
    const api = anApiFor(outsider, { archive });

    const tried = await api.ask({
      method: 'POST',
      path: '/api/routing/try',
      body: { message: { ticketId: ticket.id } },
    });
    const run = await api.ask({
      method: 'POST',
      path: '/api/routing/run',
      body: { rules: { mode: 'first', rules: [] } },
    });

    expect(tried).toMatchObject({ status: 403, body: { code: 'ticket.out-of-scope' } });
    expect(run).toMatchObject({ status: 200, body: { looked: 0, moved: [] } });
  });

  test('is not found by the number of a letter', async () => {
    const findAlias = async () => ({ ticketId: ticket.id, id: question.id, occurredAt: '' });
    const outbox = { moveDelivery: async () => 'saved' as const, findAlias };

    const answer = await anApiFor(outsider, { outbox }).ask({
      method: 'GET',
      path: '/api/letters?connectionId=post&year=2026&registerNumber=7',
    });

    expect(answer).toMatchObject({ status: 403, body: { code: 'ticket.out-of-scope' } });
  });

  test('is not given to a colleague who may not see it', async () => {
    const colleague = aStoredAgent({
      id: 'agt_boris',
      email: 'boris@desk.example',
      scope: { lines: ['second'] },
    });
    const boss = person();
    const api = anApi([boss, colleague]);
    api.tickets.put(ticket, [question]);

    const answer = await api.send({
      method: 'POST',
      path: `/api/tickets/${ticket.id}/assign`,
      body: { version: 1, assigneeId: colleague.id },
      claims: claimsFor(boss),
    });

    expect(answer).toMatchObject({ status: 409, body: { code: 'assignee.out-of-scope' } });
  });
});

describe('the next ticket', () => {
  const next = { method: 'POST', path: '/api/tickets/next', body: {} };

  test.each(Object.entries(scopes))('is none for somebody whose scope is %s', async (_, scope) => {
    expect(await anApiFor(person(scope)).ask(next)).toEqual({ status: 200, body: {} });
  });

  test('is one in scope', async () => {
    expect(await anApiFor(person({ lines: ['front'] })).ask(next)).toMatchObject({
      body: { ticket: { id: ticket.id } },
    });
  });
});

/** Where tickets are read without `loadTicket`, with what keeps others' out. */
const readElsewhere: Readonly<Record<string, string>> = {
  'customers/get-customer.ts': 'seenBy',
  'customers/update-customer.ts': 'answers none of them: open ones follow the customer’s standing',
  'letters/move-letter.ts': 'after loadMessage',
  'mail/list-quarantine.ts': 'seenBy',
  'presence/set-presence.ts': 'answers how many they are',
  'promises/apply-promises.ts': 'maySee',
  'routing/run-routing.ts': 'maySee',
  'routing/try-routing.ts': 'requireSight',
  'tickets/add-note.ts': 'inside saveWithRetry',
  'tickets/browse-tickets.ts': 'seenBy',
  'tickets/get-ticket.ts': 'requireSight',
  'tickets/lead-back.ts': 'answers nothing of it: a chat that is busy is left alone',
  'tickets/list-tickets.ts': 'seenBy',
  'tickets/load-ticket.ts': 'requireSight',
  'tickets/reply-to-ticket.ts': 'inside saveWithRetry',
  'tickets/take-next-ticket.ts': 'canServe',
};

test('nothing reads tickets past the scope of who asks', () => {
  const folder = new URL('.', import.meta.url);
  const reads = /\b(tickets\.(load|list)\w*|archive\.\w+)\(/;

  const found = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts'))
    .filter((path) => reads.test(readFileSync(new URL(path, folder), 'utf8')));

  expect(found.toSorted()).toEqual(Object.keys(readElsewhere).toSorted());
});

describe('lists', () => {
  const mine = aTicket({
    id: 'tkt_7',
    number: 7,
    topic: 'bug',
    line: 'second',
    assigneeId: 'agt_olga',
  });
  const others = { ...ticket, assigneeId: 'agt_olga' };
  const read = async (path: string, scope: StoredAgent['scope'], over: Partial<ApiDeps> = {}) => {
    const api = anApiFor(person(scope), over);
    for (const one of [mine, others]) api.tickets.put(one);
    return api.ask({ method: 'GET', path });
  };
  const idsIn = ({ body }: Awaited<ReturnType<typeof read>>, list = 'items') =>
    (body[list] as { id: string }[]).map(({ id }) => id);

  test('of a topic out of scope are refused', async () => {
    expect(await read('/api/tickets?topic=payouts', { topics: ['bug'] })).toMatchObject({
      status: 403,
      body: { code: 'topic.out-of-scope' },
    });
  });

  test('of a topic leave out lines that are out of scope', async () => {
    expect(idsIn(await read('/api/tickets?topic=payouts', { lines: ['second'] }))).toEqual([]);
    expect(idsIn(await read('/api/tickets?topic=bug', { lines: ['second'] }))).toEqual(['tkt_7']);
  });

  test('of one’s own leave out what was given before the scope was', async () => {
    expect(idsIn(await read('/api/tickets/mine', { topics: ['bug'] }))).toEqual(['tkt_7']);
  });

  test('of a customer say how many are left out', async () => {
    const path = `/api/customers/${ticket.customerId}/tickets`;

    const answer = await read(path, { topics: ['bug'] });

    expect(idsIn(answer)).toEqual(['tkt_7']);
    expect(answer.body).toMatchObject({ hidden: 1 });
    expect((await read(path, undefined)).body).not.toHaveProperty('hidden');
  });

  test('of what is held apart leave out others’ topics and lines', async () => {
    const api = anApiFor(person({ topics: ['bug'] }));
    for (const one of [mine, others]) api.tickets.put({ ...one, status: 'spam' });

    expect(idsIn(await api.ask({ method: 'GET', path: '/api/quarantine' }))).toEqual(['tkt_7']);
  });

  test('of queues leave out others’ topics', async () => {
    const { body } = await read('/api/queues', { topics: ['bug'] });

    expect(body).toMatchObject({ queues: [{ topic: 'bug' }] });
  });

  test('of changes leave out others’ tickets, and tell those that left by the topic they had', async () => {
    const changed = [
      { id: 'tkt_1', version: 2, topic: 'payouts', line: 'front' },
      { id: 'tkt_2', version: 3, topic: 'bug', line: 'second' },
      { id: 'tkt_3', version: 4, topic: 'payouts', was: { topic: 'bug', line: 'second' } },
    ];
    const feed = { since: async () => ({ tickets: changed, cursor: 'c2', isGap: false }) };

    const { body } = await read('/api/changes', { topics: ['bug'], lines: ['second'] }, { feed });

    expect(body['tickets']).toEqual([
      { id: 'tkt_2', version: 3, topic: 'bug' },
      { id: 'tkt_3', version: 4, topic: 'bug' },
    ]);
  });
});

import { beforeAll, describe, expect, test } from 'vitest';
import type { StoredAgent } from '../../functions/desk/people-stores.ts';
import { agentStore } from '../../functions/dynamo/agents.ts';
import { counterStore } from '../../functions/dynamo/counters.ts';
import { customerStore } from '../../functions/dynamo/customers.ts';
import { deskStore } from '../../functions/dynamo/desk-lists.ts';
import { feedStore } from '../../functions/dynamo/feed.ts';
import { outboxStore } from '../../functions/dynamo/outbox.ts';
import { ticketStore } from '../../functions/dynamo/tickets.ts';
import type { Ticket } from '../../schemas/ticket.ts';
import { anApi, aStoredAgent, claimsFor } from '../make/an-api.ts';
import { aTable } from './a-table.ts';
import { aFirstMessage } from './opened.ts';

/** The staff API over a table of its own. */
const aDesk = async () => {
  const table = await aTable();
  const tickets = ticketStore(table);
  const agents = agentStore(table);
  const api = anApi([], {
    tickets,
    agents,
    outbox: outboxStore(table),
    customers: customerStore(table),
    desk: deskStore(table),
    counters: counterStore(table),
    feed: feedStore(table),
  });
  const open = async (number: number): Promise<Ticket> => {
    const change = aFirstMessage({
      number,
      inbound: {
        leaves: [],
        sender: { channel: 'mail', externalId: `c${number}@x.example`, name: '', isVerified: true },
      },
    });
    await tickets.saveIntake(change);
    return change.ticket;
  };
  const employ = async (count: number): Promise<StoredAgent[]> => {
    const people = Array.from({ length: count }, (_, n) =>
      aStoredAgent({ id: `agt_n${n}00`, email: `n${n}@desk.example`, lines: [] }),
    );
    for (const person of people) await agents.save(person, 'new');
    return people;
  };
  return { ...api, tickets, open, employ };
};
let desk: Awaited<ReturnType<typeof aDesk>>;
beforeAll(async () => {
  desk = await aDesk();
});

describe('the next ticket', () => {
  test('is given to exactly one of many agents who ask at once', async () => {
    const people = await desk.employ(12);
    for (let number = 1; number <= 8; number += 1) await desk.open(number);

    const answers = await Promise.all(
      people.map((agent) =>
        desk.send({
          method: 'POST',
          path: '/api/tickets/next',
          body: {},
          claims: claimsFor(agent),
        }),
      ),
    );

    const given = answers.flatMap(({ body }) => (body['ticket'] as Ticket | undefined)?.id ?? []);
    expect(given.toSorted()).toEqual([1, 2, 3, 4, 5, 6, 7, 8].map((number) => `tkt_${number}`));
  });
});

describe('the next ticket for a hundred agents who ask at once', () => {
  test('is another one for each of them', async () => {
    const crowd = await aDesk();
    const people = await crowd.employ(100);
    for (let number = 1; number <= 120; number += 1) await crowd.open(number);

    const answers = await Promise.all(
      people.map((agent) =>
        crowd.send({
          method: 'POST',
          path: '/api/tickets/next',
          body: {},
          claims: claimsFor(agent),
        }),
      ),
    );

    const given = answers.flatMap(({ body }) => (body['ticket'] as Ticket | undefined)?.id ?? []);
    expect(given).toHaveLength(100);
    expect(new Set(given).size).toBe(100);
  });
});

describe('a reply', () => {
  test('that the browser sends four times at once is one message', async () => {
    const [agent = aStoredAgent()] = await desk.employ(1);
    const ticket = await desk.open(100);
    const reply = {
      method: 'POST',
      path: `/api/tickets/${ticket.id}/replies`,
      body: {
        clientId: 'b3b1f8a2-6c0e-4b0a-9a55-1d2f3c4b5a69',
        text: 'It left on Monday.',
        answersId: ticket.lastPublicId,
      },
      claims: claimsFor(agent),
    };

    const answers = await Promise.all([1, 2, 3, 4].map(() => desk.send(reply)));
    const shown = await desk.send({
      method: 'GET',
      path: `/api/tickets/${ticket.id}`,
      claims: claimsFor(agent),
    });

    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
    expect(shown.body['entries']).toHaveLength(2);
  });
});

describe('a note', () => {
  test('that the browser sends four times at once is one note', async () => {
    const [agent = aStoredAgent()] = await desk.employ(1);
    const ticket = await desk.open(101);
    const note = {
      method: 'POST',
      path: `/api/tickets/${ticket.id}/notes`,
      body: { clientId: 'b3b1f8a2-6c0e-4b0a-9a55-1d2f3c4b5a69', text: 'Ask the shop.' },
      claims: claimsFor(agent),
    };

    const answers = await Promise.all([1, 2, 3, 4].map(() => desk.send(note)));
    const shown = await desk.tickets.loadWithTimeline(ticket.id, { limit: 10 });

    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
    expect(shown?.entries.filter((entry) => entry.type === 'note')).toHaveLength(1);
  });
});

describe('the first sign-in of an empty desk', () => {
  test('succeeds however many requests the screen makes at once', async () => {
    const empty = await aDesk();
    const claims = {
      sub: 'sub-boss',
      email: 'boss@desk.example',
      email_verified: 'true',
      name: 'Boss',
    };

    const answers = await Promise.all(
      ['/api/me', '/api/desk', '/api/queues', '/api/agents'].map((path) =>
        empty.send({ method: 'GET', path, claims }),
      ),
    );

    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  });

  test('binds an invited person likewise', async () => {
    const invited = await aDesk();
    const claims = { sub: 'sub-new', email: 'new@desk.example', email_verified: 'true' };
    await invited.deps.agents.save(
      aStoredAgent({ id: 'agt_new1', email: 'new@desk.example', subjects: [] }),
      'new',
    );

    const answers = await Promise.all(
      ['/api/me', '/api/desk', '/api/queues', '/api/tickets/mine'].map((path) =>
        invited.send({ method: 'GET', path, claims }),
      ),
    );

    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  });
});

import { describe, expect, test } from 'vitest';
import type { Ticket } from '../../../../schemas/ticket.ts';
import { aCustomer, aTicket } from '../../../../test/make/a-ticket.ts';
import { anApi, aStoredAgent, claimsFor } from '../../../../test/make/an-api.ts';
import { memoryCustomers } from '../../../../test/make/memory-customers.ts';

const lead = aStoredAgent({
  id: 'agt_lena',
  email: 'lena@desk.example',
  name: 'Lena',
  role: 'lead',
});
const mary = aStoredAgent({ id: 'agt_mary', email: 'mary@desk.example', name: 'Mary' });
const gone = aStoredAgent({ id: 'agt_gone', email: 'gone@desk.example', active: false });
const operator = aStoredAgent();
const ann = aCustomer();

const aCard = (...tickets: readonly Partial<Ticket>[]) => {
  const customers = memoryCustomers(ann);
  const api = anApi([lead, mary, gone, operator], { customers });
  tickets.forEach((over, at) => {
    const id = `tkt_${at + 1}`;
    api.tickets.put(aTicket({ id, number: at + 1, ...over }));
  });
  const change = (body: object, by = lead) =>
    api.send({
      method: 'PATCH',
      path: `/api/customers/${ann.id}`,
      body: { version: 1, ...body },
      claims: claimsFor(by),
    });
  return { ...api, customers, change };
};

describe('a customer’s standing', () => {
  test('and manager are given by a lead, on record', async () => {
    const { change, customers } = aCard();

    const { body } = await change({ tier: 'vip', managerId: 'agt_mary' });

    expect(body).toMatchObject({ customer: { tier: 'vip', managerId: 'agt_mary', version: 2 } });
    expect(customers.audits).toMatchObject([
      {
        action: 'customer.changed',
        target: ann.id,
        by: { id: 'agt_lena' },
        changes: {
          before: { tier: null, managerId: null },
          after: { tier: 'vip', managerId: 'agt_mary' },
        },
      },
    ]);
  });

  test('are followed by open tickets, which get the least priority and keep a higher one', async () => {
    const { change, tickets } = aCard(
      {},
      { priority: 'urgent' },
      { status: 'snoozed' },
      { status: 'closed' },
    );

    await change({ tier: 'vip', managerId: 'agt_mary' });

    const found = await Promise.all([1, 2, 3, 4].map((id) => tickets.load(`tkt_${id}`)));
    const vip = { tier: 'vip', managerId: 'agt_mary', version: 2 };
    expect(found).toMatchObject([
      { ...vip, priority: 'high' },
      { ...vip, priority: 'urgent' },
      { ...vip, priority: 'high' },
      { version: 1, priority: 'normal' },
    ]);
    expect(tickets.timeline('tkt_1')).toMatchObject([
      { kind: 'priority', by: { name: 'Lena' }, data: { from: 'normal', to: 'high' } },
    ]);
  });

  test('are followed by what is left when it is asked again', async () => {
    const { change, tickets } = aCard({}, {});
    const before = (await tickets.load('tkt_2')) ?? expect.fail();
    await change({ tier: 'vip' });
    // As if the function had died before the second ticket.
    tickets.put({ ...before, version: 7 });

    const again = await change({ tier: 'vip', version: 2 });

    expect(again.status).toBe(200);
    expect(await tickets.load('tkt_1')).toMatchObject({ version: 2 });
    expect(await tickets.load('tkt_2')).toMatchObject({ tier: 'vip', version: 8 });
  });

  test.each([
    ['is taken back', { tier: null }],
    ['is everyone’s again', { tier: 'standard' }],
  ])('%s and lowers no priority', async (_, body) => {
    const { change, tickets } = aCard({ tier: 'vip', priority: 'high' });
    await change({ tier: 'vip' });

    const answer = await change({ ...body, version: 2 });

    expect(answer.body).toMatchObject({ customer: { version: 3 } });
    expect((answer.body['customer'] as { tier?: string }).tier).toBeUndefined();
    const ticket = await tickets.load('tkt_1');
    expect(ticket).toMatchObject({ priority: 'high' });
    expect(ticket?.tier).toBeUndefined();
  });

  test.each([
    ['somebody changed the card', { tier: 'vip', version: 9 }, 409, 'customer.changed'],
    ['nobody knows the standing', { tier: 'king' }, 400, 'tier.unknown'],
    ['there is no such manager', { managerId: 'agt_nobody' }, 404, 'agent.missing'],
    ['the manager left', { managerId: 'agt_gone' }, 409, 'agent.inactive'],
  ])('is refused when %s', async (_, body, status, code) => {
    const answer = await aCard().change(body);

    expect(answer).toMatchObject({ status, body: { code } });
  });

  test('is no operator’s to give', async () => {
    expect((await aCard().change({ tier: 'vip' }, operator)).status).toBe(403);
  });
});

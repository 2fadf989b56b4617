import { describe, expect, it } from 'vitest';
import { aDesk } from '../../../../test/make/a-desk.ts';
import { aPromise, HOUR } from '../../../../test/make/a-promise.ts';
import { aTicket } from '../../../../test/make/a-ticket.ts';
import { anApi, aStoredAgent, claimsFor } from '../../../../test/make/an-api.ts';
import { anInbound } from '../../../../test/make/an-inbound.ts';
import { bookOf } from '../../../desk/promises/book.ts';
import { dispatchTicket } from '../../../desk/tickets/dispatch.ts';
import { messageFrom } from '../../../desk/tickets/message.ts';

const admin = aStoredAgent({ role: 'admin' });
const lead = aStoredAgent({ id: 'agt_lead', email: 'lead@desk.example', role: 'lead' });
const scoped = aStoredAgent({
  id: 'agt_scoped',
  email: 'scoped@desk.example',
  role: 'admin',
  scope: { topics: ['bug'] },
});
/** What tickets were given before the desk's defaults applied. */
const old = aPromise({
  id: 'old',
  normal: { 'first-reply': { calendar: '24x7', targetSeconds: { normal: HOUR } } },
});

const withTickets = (count: number) => {
  const api = anApi([admin, lead, scoped], { bookOf: async () => bookOf([old], []) });
  for (let number = 1; number <= count; number += 1) {
    const ticket = aTicket({ id: `tkt_${number}`, number });
    const question = messageFrom(anInbound(), {
      ticketId: ticket.id,
      kind: 'customer',
      now: ticket.createdAt,
    });
    const change = dispatchTicket({
      ticket,
      entries: [question],
      desk: aDesk({ promises: [old], calendars: [] }),
      isAckAllowed: false,
      now: '2026-11-02T09:00:02.000Z',
    });
    if (change) api.tickets.put(change.ticket, [question]);
  }
  const ask = (over: Record<string, unknown> = {}, by = admin) =>
    api.send({
      method: 'POST',
      path: '/api/promises/apply',
      claims: claimsFor(by),
      body: { topic: 'payouts', isTrial: false, ...over },
    });
  const useOf = async (id: string) => (await api.tickets.load(id))?.clocks?.use?.promise;
  return { api, ask, useOf };
};

describe('applying promises to a topic', () => {
  it('changes its open tickets, once', async () => {
    const { ask, useOf } = withTickets(3);

    const answers = [(await ask()).body, (await ask()).body];

    expect(answers).toEqual([
      { looked: 3, changed: 3, skipped: 0, cursor: 'postponed.' },
      { looked: 3, changed: 0, skipped: 0, cursor: 'postponed.' },
    ]);
    expect(await useOf('tkt_1')).not.toBe('old@1');
  });

  it('goes on with what is postponed and ends there', async () => {
    const { ask } = withTickets(1);

    expect((await ask({ cursor: 'postponed.' })).body).toEqual({
      looked: 0,
      changed: 0,
      skipped: 0,
    });
  });

  it('only counts when it is a trial', async () => {
    const { ask, useOf } = withTickets(2);

    const { body } = await ask({ isTrial: true });

    expect(body).toMatchObject({ looked: 2, changed: 2 });
    expect(await useOf('tkt_1')).toBe('old@1');
  });

  it('is on record once a run, with its first page', async () => {
    const { ask, api } = withTickets(1);

    await ask();
    await ask({ cursor: 'postponed.' });

    expect(
      (await api.audit.list({ limit: 10, until: '2027-01-01T00:00:00.000Z' })).items,
    ).toMatchObject([
      { action: 'promise.applied', target: 'payouts', changes: { isTrial: false } },
    ]);
  });

  it('tries a ticket again that somebody saves meanwhile', async () => {
    const { ask, api } = withTickets(1);
    const ticket = await api.tickets.load('tkt_1');
    api.tickets.beforeSave(() => {
      if (ticket) api.tickets.put({ ...ticket, version: ticket.version + 1 });
    });

    expect((await ask()).body).toMatchObject({ changed: 1, skipped: 0 });
  });

  it('leaves alone what the caller may not see', async () => {
    const { ask } = withTickets(2);

    expect((await ask({}, scoped)).body).toMatchObject({ looked: 0, changed: 0 });
  });

  it.each([
    ['leads', {}, lead, 403, 'access.forbidden'],
    ['a topic that is not there', { topic: 'none' }, admin, 404, 'topic.missing'],
    ['another list’s cursor', { cursor: 'closed.x' }, admin, 400, 'cursor.invalid'],
  ])('is refused for %s', async (_, over, by, status, code) => {
    const { ask } = withTickets(0);

    const answer = await ask(over, by);

    expect([answer.status, answer.body['code']]).toEqual([status, code]);
  });
});

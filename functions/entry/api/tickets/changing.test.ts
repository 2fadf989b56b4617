import { describe, expect, test } from 'vitest';
import { aTicket } from '../../../../test/make/a-ticket.ts';
import { anApi, aStoredAgent, claimsFor } from '../../../../test/make/an-api.ts';

const olga = aStoredAgent({ id: 'agt_olga', email: 'olga@desk.example' });
const left = aStoredAgent({
  id: 'agt_left',
  email: 'left@desk.example',
  name: 'Lev',
  active: false,
});
const anApiWithTicket = () => {
  const api = anApi([olga, left]);
  api.tickets.put(aTicket());
  return api;
};
const change = (what: string, body: object) => ({
  method: 'POST',
  path: `/api/tickets/tkt_1042/${what}`,
  body: { version: 1, ...body },
  claims: claimsFor(olga),
});

describe('a ticket', () => {
  test.each([
    ['status', { status: 'on_hold' }, { status: 'on_hold' }],
    ['status', { status: 'closed' }, { status: 'closed' }],
    [
      'snooze',
      { until: '2026-11-03T10:00:00.000Z' },
      { status: 'snoozed', snoozedUntil: '2026-11-03T10:00:00.000Z' },
    ],
    ['topic', { topic: 'bug' }, { topic: 'bug', line: 'second', topicReason: { rule: 'agent' } }],
    ['priority', { priority: 'urgent' }, { priority: 'urgent' }],
    ['assign', { assigneeId: 'agt_olga' }, { assigneeId: 'agt_olga' }],
  ])('changes by %s %j', async (what, body, expected) => {
    const answer = await anApiWithTicket().send(change(what, body));

    expect(answer).toMatchObject({ status: 200, body: { ticket: { ...expected, version: 2 } } });
  });

  test('stays as it is when there is nothing to change', async () => {
    const answer = await anApiWithTicket().send(change('topic', { topic: 'payouts' }));

    expect(answer).toMatchObject({ status: 200, body: { ticket: { version: 1 } } });
  });

  test('goes back to its queue', async () => {
    const api = anApiWithTicket();
    api.tickets.put(aTicket({ assigneeId: 'agt_olga' }));

    const answer = await api.send(change('assign', { assigneeId: null }));

    expect((answer.body['ticket'] as { assigneeId?: string }).assigneeId).toBeUndefined();
  });

  test.each([
    ['status', { status: 'closed', version: 7 }, 409, 'ticket.changed'],
    ['snooze', { until: '2026-11-01T10:00:00.000Z' }, 400, 'snooze.past'],
    ['topic', { topic: 'unknown' }, 404, 'topic.missing'],
    ['assign', { assigneeId: 'agt_none' }, 404, 'agent.missing'],
    ['assign', { assigneeId: 'agt_left' }, 409, 'agent.inactive'],
  ])('refuses %s %j', async (what, body, status, code) => {
    expect(await anApiWithTicket().send(change(what, body))).toMatchObject({
      status,
      body: { code },
    });
  });

  test('that somebody saved in between is not overwritten', async () => {
    const api = anApiWithTicket();
    api.tickets.beforeSave(() => api.tickets.put(aTicket({ priority: 'low', version: 2 })));

    const answer = await api.send(change('status', { status: 'closed' }));

    expect(answer).toMatchObject({ status: 409, body: { code: 'ticket.changed' } });
    expect(await api.tickets.load('tkt_1042')).toMatchObject({ status: 'open', priority: 'low' });
  });
});

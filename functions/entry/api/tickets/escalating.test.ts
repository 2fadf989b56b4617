import { describe, expect, test } from 'vitest';
import type { Line } from '../../../../schemas/desk.ts';
import type { Presence } from '../../../../schemas/presence.ts';
import type { Ticket } from '../../../../schemas/ticket.ts';
import { aTicket } from '../../../../test/make/a-ticket.ts';
import { anApi, aStoredAgent, claimsFor } from '../../../../test/make/an-api.ts';
import { memoryPresence } from '../../../../test/make/memory-presence.ts';
import type { ApiDeps } from '../api-deps.ts';

const olga = aStoredAgent({ id: 'agt_olga', email: 'olga@desk.example', name: 'Olga' });
const ivan = aStoredAgent({
  id: 'agt_ivan',
  email: 'ivan@desk.example',
  name: 'Ivan',
  lines: ['second'],
});
const line = (id: string, over: Partial<Line> = {}): Line => ({
  id,
  name: { en: id },
  // Hours that are gone close nobody.
  calendarId: 'always',
  ...over,
});
const lines = [line('front', { escalatesTo: 'second' }), line('second'), line('experts')];
const ticket = aTicket({ line: 'front', assigneeId: 'agt_olga' });
const there = (agentId: string, state: Presence['state'] = 'available'): Presence => ({
  agentId,
  state,
  since: '2026-11-02T09:00:00.000Z',
  by: 'self',
  version: 1,
});

const aDesk = (
  over: Partial<Ticket> = {},
  { using = lines, people = [] }: { using?: readonly Line[]; people?: readonly Presence[] } = {},
) => {
  const desk: ApiDeps['desk'] = {
    load: async () => undefined,
    loadAll: async () => ({ lines: { items: using, version: 1 } }),
    save: async () => 'saved',
  };
  const api = anApi([olga, ivan], { desk, presence: memoryPresence(...people) });
  api.tickets.put({ ...ticket, ...over });
  const ask = (what: string, body: object, by = olga) =>
    api.send({
      method: 'POST',
      path: `/api/tickets/tkt_1042/${what}`,
      body: { summary: 'Checked the order, the shop denies it.', ...body },
      claims: claimsFor(by),
    });
  return { ...api, ask };
};

describe('an escalation', () => {
  test('passes the ticket to the next line with its summary, and keeps both', async () => {
    const { ask, tickets } = aDesk();

    const { body } = await ask('escalate', { version: 1 });

    expect(body['ticket']).toMatchObject({
      line: 'second',
      lineReason: 'agent',
      escalatedFrom: ['front'],
      handOver: {
        by: { id: 'agt_olga', name: 'Olga' },
        from: 'front',
        to: 'second',
        summary: 'Checked the order, the shop denies it.',
      },
    });
    expect((body['ticket'] as Ticket).assigneeId).toBeUndefined();
    expect(tickets.timeline('tkt_1042')).toMatchObject([
      { kind: 'escalated', data: { from: 'front', to: 'second', heldBy: 'agt_olga' } },
      { type: 'note', text: 'Checked the order, the shop denies it.', author: { name: 'Olga' } },
    ]);
  });

  test('says nothing to the customer and leaves every clock alone', async () => {
    const clocks = { dueAt: '2026-11-02T12:00:00.000Z', waitingSince: '2026-11-02T09:00:00.000Z' };
    const { ask, tickets } = aDesk(clocks);

    const { body } = await ask('escalate', { version: 1, to: 'experts' });

    expect(body['ticket']).toMatchObject({ ...clocks, line: 'experts', status: 'open' });
    expect(tickets.timeline('tkt_1042').filter(({ type }) => type === 'message')).toEqual([]);
  });

  test('goes into somebody’s hands where the line hands out, not back to whose case it was', async () => {
    const both = [there('agt_olga'), there('agt_ivan')];
    const using = lines.map((one) =>
      one.id === 'second' ? { ...one, work: 'push' as const } : one,
    );
    const { ask, tickets } = aDesk({}, { using, people: both });

    const { body } = await ask('escalate', { version: 1 });

    expect(body['ticket']).toMatchObject({ line: 'second', assigneeId: 'agt_ivan' });
    expect(tickets.timeline('tkt_1042')).toContainEqual(
      expect.objectContaining({ kind: 'assigned' }),
    );
  });

  test.each<[string, Partial<Ticket>, object, number, string]>([
    ['the line passes on to nobody', { line: 'second' }, {}, 409, 'line.no-escalation'],
    ['it is on that line already', {}, { to: 'front' }, 409, 'line.same'],
    ['there is no such line', {}, { to: 'moon' }, 400, 'line.unknown'],
    ['it is closed', { status: 'closed' }, {}, 409, 'ticket.wrong-status'],
    ['somebody changed it', { version: 2 }, {}, 409, 'ticket.changed'],
  ])('is refused when %s', async (_, over, body, status, code) => {
    const answer = await aDesk(over).ask('escalate', { version: 1, ...body });

    expect(answer.body).toMatchObject({ code });
    expect(answer.status).toBe(status);
  });
});

describe('a return', () => {
  const escalated = async (people: readonly Presence[] = []) => {
    const desk = aDesk({}, { people });
    await desk.ask('escalate', { version: 1 });
    return desk;
  };

  test.each<[string, readonly Presence[], string | undefined]>([
    ['who had it before, if they are there', [there('agt_olga')], 'agt_olga'],
    ['the queue, if they are away', [there('agt_olga', 'away')], undefined],
    ['the queue, if they are busy', [there('agt_olga', 'busy')], undefined],
    ['who had it before, in hours of a desk that knows no presence', [], 'agt_olga'],
  ])('goes to %s', async (_, people, assigneeId) => {
    const { ask, tickets } = await escalated(people);

    const { body } = await ask('return', { version: 2, summary: 'It was paid.' }, ivan);

    const returned = body['ticket'] as Ticket;
    expect(returned).toMatchObject({
      line: 'front',
      handOver: { from: 'second', to: 'front', summary: 'It was paid.', by: { name: 'Ivan' } },
    });
    expect(returned.assigneeId).toBe(assigneeId);
    expect(returned.escalatedFrom).toBeUndefined();
    expect(tickets.timeline('tkt_1042').slice(2)).toMatchObject([
      { kind: 'returned', data: { from: 'second', to: 'front' } },
      { type: 'note', text: 'It was paid.' },
    ]);
  });

  test('goes back step by step', async () => {
    const { ask } = await escalated();
    await ask('escalate', { version: 2, to: 'experts' }, ivan);

    const first = await ask('return', { version: 3 });
    const second = await ask('return', { version: 4 });

    expect(first.body['ticket']).toMatchObject({
      line: 'second',
      escalatedFrom: ['front'],
      assigneeId: 'agt_ivan',
    });
    expect(second.body['ticket']).toMatchObject({ line: 'front', assigneeId: 'agt_olga' });
  });

  test('is refused of what was never passed on', async () => {
    const answer = await aDesk().ask('return', { version: 1 });

    expect(answer).toMatchObject({ status: 409, body: { code: 'ticket.not-escalated' } });
  });
});

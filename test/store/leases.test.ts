import { beforeAll, describe, expect, test } from 'vitest';
import { defaultLines } from '../../functions/desk/defaults/lines.ts';
import { claim } from '../../functions/desk/tickets/claim.ts';
import { agentStore } from '../../functions/dynamo/agents.ts';
import { deskStore } from '../../functions/dynamo/desk-lists.ts';
import { ticketStore } from '../../functions/dynamo/tickets.ts';
import { anApi, aStoredAgent, claimsFor } from '../make/an-api.ts';
import { aClock } from './a-clock.ts';
import { aTable, type TestTable } from './a-table.ts';
import { aFirstMessage } from './opened.ts';

const hundred = Array.from({ length: 100 }, (_, index) => index + 1);
const agent = aStoredAgent({ lines: [] });
const claimedAt = '2026-11-02T10:00:00.000Z';
const hold = { why: 'claimed', since: claimedAt, until: '2026-11-02T10:30:00.000Z' } as const;

let table: TestTable;
let tickets: ReturnType<typeof ticketStore>;
beforeAll(async () => {
  table = await aTable();
  tickets = ticketStore(table);
  await agentStore(table).save(agent, 'new');
});

const taken = async (number: number) => {
  const first = aFirstMessage({ number });
  await tickets.saveIntake(first);
  const change = claim({ ticket: first.ticket, by: agent, takeOver: false, hold, now: claimedAt });
  if (change) await tickets.save(change);
};
const kindsOf = async (number: number) => {
  const loaded = await tickets.loadWithTimeline(`tkt_${number}`, { limit: 20 });
  return (loaded?.entries ?? []).map((entry) => (entry.type === 'event' ? entry.kind : entry.type));
};

describe('a hundred leases that end while their holder does something', () => {
  test('end as the holder’s or the queue’s, never as both', async () => {
    await Promise.all(hundred.map(taken));
    const api = anApi([], { tickets, agents: agentStore(table), now: () => hold.until });
    const note = (number: number) =>
      api.send({
        method: 'POST',
        path: `/api/tickets/tkt_${number}/notes`,
        body: { clientId: crypto.randomUUID(), text: 'Asked the shop.' },
        claims: claimsFor(agent),
      });
    const sweepAt = aClock(table);

    const [answers] = await Promise.all([
      Promise.all(hundred.filter((number) => number % 2).map(note)),
      sweepAt(hold.until),
      sweepAt(hold.until),
    ]);
    await sweepAt('2026-11-02T10:31:00.000Z');

    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    for (const number of hundred) {
      const ticket = await tickets.load(`tkt_${number}`);
      const kinds = await kindsOf(number);
      const lapses = kinds.filter((kind) => kind === 'lapsed').length;
      expect(ticket?.hold).toBeUndefined();
      expect(kinds.filter((kind) => kind === 'claimed')).toHaveLength(1);
      expect(lapses).toBe(ticket?.assigneeId === undefined ? 1 : 0);
      if (number % 2 === 0) expect(lapses).toBe(1);
      else expect(kinds).toContain('note');
    }
  });
});

describe('a ticket that was taken and left alone', () => {
  test('is the next one of a colleague, and theirs to be answered', async () => {
    const own = await aTable();
    const agents = agentStore(own);
    const [anna, bert] = ['anna', 'bert'].map((name) =>
      aStoredAgent({ id: `agt_${name}`, email: `${name}@desk.example`, lines: ['front'] }),
    );
    const lines = defaultLines.map((line) => ({ ...line, claimMinutes: 30 }));
    await deskStore(own).save('lines', lines, 0);
    await ticketStore(own).saveIntake(aFirstMessage({ number: 1 }));
    let now = claimedAt;
    const api = anApi([], {
      tickets: ticketStore(own),
      agents,
      desk: deskStore(own),
      now: () => now,
    });
    const next = async (who = aStoredAgent()) => {
      await agents.save(who, 'new');
      const path = '/api/tickets/next';
      return (await api.send({ method: 'POST', path, body: {}, claims: claimsFor(who) })).body;
    };

    const first = await next(anna);
    const none = await next(bert);
    now = '2026-11-02T10:30:00.000Z';
    await aClock(own)(now);
    const second = await next(bert);

    expect(first).toMatchObject({ ticket: { assigneeId: 'agt_anna', hold: { until: now } } });
    expect(none).toEqual({});
    expect(second).toMatchObject({ ticket: { assigneeId: 'agt_bert', hold: { why: 'claimed' } } });
  });
});

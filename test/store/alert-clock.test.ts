import { beforeAll, describe, expect, test } from 'vitest';
import { addressedOf, isToBeTold } from '../../functions/desk/alerts/addressed.ts';
import { dispatchTicket } from '../../functions/desk/tickets/dispatch.ts';
import { agentStore } from '../../functions/dynamo/agents.ts';
import { ticketStore } from '../../functions/dynamo/tickets.ts';
import { storeTickets } from '../bench/load/stored-tickets.ts';
import { meterDue } from '../bench/measure/due.ts';
import { aDesk } from '../make/a-desk.ts';
import { anAgent } from '../make/a-ticket.ts';
import { aClock } from './a-clock.ts';
import { aTable, type TestTable } from './a-table.ts';
import { aFirstMessage } from './opened.ts';

let table: TestTable;
let tickets: ReturnType<typeof ticketStore>;
let sweepAt: ReturnType<typeof aClock>;
beforeAll(async () => {
  table = await aTable();
  tickets = ticketStore(table);
  sweepAt = aClock(table);
  const people = [
    anAgent({
      id: 'agt_lead',
      email: 'lead@desk.example',
      leads: ['payouts'],
      lines: ['managers'],
    }),
    anAgent({ id: 'agt_boss', email: 'boss@desk.example', role: 'super-admin', lines: [] }),
  ];
  for (const person of people) await agentStore(table).save({ ...person, subjects: [] }, 'new');
});

/** A ticket that nobody holds, opened on a Monday at this time and due four hours later. */
const opened = async (number: number, time: string): Promise<string> => {
  const occurredAt = `2026-11-02T${time}:00.000Z`;
  const first = aFirstMessage({ number, inbound: { occurredAt } });
  await tickets.saveIntake(first);
  const change = dispatchTicket({
    ticket: first.ticket,
    entries: first.entries,
    desk: aDesk(),
    isAckAllowed: false,
    now: occurredAt,
  });
  if (!change) throw new Error('no promise');
  await tickets.save(change);
  return change.ticket.dueAt ?? '';
};
const toldOf = async (number: number) => {
  const loaded = await tickets.loadWithTimeline(`tkt_${number}`, { limit: 100 });
  return (loaded?.entries ?? []).filter(isToBeTold);
};

describe('after an hour without a clock', () => {
  test('each breach has its true due time, is told once and marked late', async () => {
    const dues = await Promise.all(
      ['09:10', '09:30', '09:50'].map((time, index) => opened(1 + index, time)),
    );
    await sweepAt('2026-11-02T13:09:00.000Z');
    const before = await Promise.all([1, 2, 3].map(toldOf));

    await Promise.all([1, 2].map(() => sweepAt('2026-11-02T14:09:00.000Z')));
    await sweepAt('2026-11-02T14:10:00.000Z');

    const after = await Promise.all([1, 2, 3].map(toldOf));
    const news = after.map((told, index) => told.slice(before[index]?.length));
    expect(news.map((told) => told.map(({ kind, occurredAt }) => [kind, occurredAt]))).toEqual(
      dues.map((due) => [['breached', due]]),
    );
    expect(news.flat().map(({ data }) => data['late'])).toEqual([true, true, true]);
    expect(news.flat().map((event) => addressedOf(event).mail)).toEqual([
      ['agt_lead'],
      ['agt_lead'],
      ['agt_lead'],
    ]);
  });
});

describe('a clock that dies', () => {
  test.each([
    ['before it saves', 11, 'before'],
    ['after it saved, before it knows', 12, 'after'],
  ] as const)('%s tells a breach once all the same', async (_, number, when) => {
    const due = await opened(number, '09:00');
    let isDead = false;
    const dying = aClock(table, {
      tickets: {
        ...tickets,
        save: async (change) => {
          if (change.ticket.number !== number || isDead) return tickets.save(change);
          isDead = true;
          if (when === 'after') await tickets.save(change);
          throw new Error('killed');
        },
      },
    });
    const late = '2026-11-02T13:00:30.000Z';

    await dying(late).catch(() => undefined);
    for (const now of [late, late]) await sweepAt(now);

    const told = await toldOf(number);
    expect(told.map(({ kind, occurredAt }) => [kind, occurredAt])).toEqual([['breached', due]]);
  });

  test('tells what was held once, when hours begin', async () => {
    await opened(13, '15:00');
    const mailed = async () => (await toldOf(13)).flatMap((event) => addressedOf(event).mail);
    await sweepAt('2026-11-02T23:30:00.000Z');
    const atNight = await mailed();
    const opening = (await tickets.load('tkt_13'))?.nextDueAt ?? '';
    const morning = new Date(Date.parse(opening) + 30_000).toISOString();

    await Promise.all([1, 2, 3].map(() => sweepAt(morning)));

    // Who has no line has no hours: the ladder's last rung reached them at night.
    expect(atNight).toEqual(['agt_boss']);
    expect(opening).toMatch(/^2026-11-03T/);
    expect((await mailed()).filter((id) => id === 'agt_lead')).toHaveLength(1);
  });
});

test('with hundreds of open tickets a sweep reads those that are due and no others', async () => {
  const crowded = await aTable();
  await storeTickets(crowded, { from: 0, to: 400 });

  expect(await meterDue(crowded, 400)).toMatchObject({ value: 1, n: 4 });
});

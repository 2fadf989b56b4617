import { beforeAll, describe, expect, test } from 'vitest';
import { dispatchTicket } from '../../functions/desk/tickets/dispatch.ts';
import { dueStore } from '../../functions/dynamo/due.ts';
import { ticketStore } from '../../functions/dynamo/tickets.ts';
import { aDesk } from '../make/a-desk.ts';
import { aClock, aHalfMinute } from './a-clock.ts';
import { aTable, type TestTable } from './a-table.ts';
import { aFirstMessage } from './opened.ts';

let table: TestTable;
let tickets: ReturnType<typeof ticketStore>;
let sweepAt: ReturnType<typeof aClock>;
let halfMinuteAt: typeof sweepAt;
beforeAll(async () => {
  table = await aTable();
  tickets = ticketStore(table);
  sweepAt = aClock(table);
  halfMinuteAt = aHalfMinute(table);
});

/** A ticket whose promise runs, opened on a Monday at nine. */
const aRunning = async (number: number) => {
  const first = aFirstMessage({ number });
  await tickets.saveIntake(first);
  const change = dispatchTicket({
    ticket: first.ticket,
    entries: first.entries,
    desk: aDesk(),
    isAckAllowed: false,
    now: '2026-11-02T09:00:02.000Z',
  });
  if (!change) throw new Error('no promise');
  await tickets.save(change);
  return change.ticket;
};
const kindsOf = async (id: string) => {
  const loaded = await tickets.loadWithTimeline(id, { limit: 100 });
  return (loaded?.entries ?? []).flatMap((entry) => (entry.type === 'event' ? [entry.kind] : []));
};

describe('the sweep', () => {
  test('finds nothing before its time', async () => {
    await aRunning(1);

    await sweepAt('2026-11-02T09:01:00.000Z');

    expect(await kindsOf('tkt_1')).toEqual([]);
  });

  test('announces a breach once, however many sweeps meet it', async () => {
    const { dueAt = '' } = await aRunning(2);
    const late = new Date(Date.parse(dueAt) + 86_400_000).toISOString();

    await Promise.all([sweepAt(late), sweepAt(late), halfMinuteAt(late)]);
    await sweepAt(late);

    expect((await kindsOf('tkt_2')).filter((kind) => kind === 'breached')).toHaveLength(1);
  });

  test('announces a breach in the half minute between, too', async () => {
    const { dueAt = '' } = await aRunning(4);
    const late = new Date(Date.parse(dueAt) + 86_400_000).toISOString();

    await halfMinuteAt(late);

    expect(await kindsOf('tkt_4')).toContain('breached');
  });

  test('leaves nothing due behind', async () => {
    const due = dueStore(table);
    const until = '2026-12-24T00:00:00.000Z';

    const left = await Promise.all(
      Array.from({ length: due.shards }, (_, shard) => due.listDue({ shard, until, limit: 10 })),
    );

    expect(left.flatMap(({ items }) => items)).toEqual([]);
  });

  test('wakes what was snoozed', async () => {
    const snoozedUntil = '2026-11-03T09:00:00.000Z';
    const ticket = { status: 'snoozed', snoozedUntil, nextDueAt: snoozedUntil } as const;
    await tickets.saveIntake(aFirstMessage({ number: 3, ticket }));

    await sweepAt('2026-11-03T09:00:30.000Z');

    expect((await tickets.load('tkt_3'))?.status).toBe('open');
    expect(await kindsOf('tkt_3')).toEqual(['woken']);
  });
});

describe('the due index', () => {
  test('is read page by page, earliest first, each ticket once', async () => {
    const nextDueAt = '2026-11-10T09:00:00.000Z';
    const numbers = [104, 1000, 10_000, 112, 120];
    for (const number of numbers)
      await tickets.saveIntake(aFirstMessage({ number, ticket: { nextDueAt } }));
    const due = dueStore(table);
    const found: string[] = [];

    let cursor: string | undefined;
    do {
      const page = await due.listDue({ shard: 0, until: nextDueAt, limit: 2, cursor });
      found.push(...page.items.map(({ ticketId }) => ticketId));
      cursor = page.cursor;
    } while (cursor);

    expect(found.toSorted()).toEqual(numbers.map((number) => `tkt_${number}`).toSorted());
  });
});

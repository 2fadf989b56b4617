import { BatchWriteCommand } from '@aws-sdk/lib-dynamodb';
import { beforeAll, describe, expect, test } from 'vitest';
import { ticketItem } from '../../functions/dynamo/ticket-item.ts';
import { ticketStore } from '../../functions/dynamo/tickets.ts';
import type { Ticket } from '../../schemas/ticket.ts';
import { aTable, type TestTable } from './a-table.ts';
import { aFirstMessage } from './opened.ts';

const few = 60;
const many = 10_000;
/** What an agent holds after some days: all but the newest wait for the customer. */
const held = 800;

/** Sixty tickets of one topic, and ten thousand of another: everything an index must tell apart. */
let table: TestTable;
let tickets: ReturnType<typeof ticketStore>;
beforeAll(async () => {
  table = await aTable();
  tickets = ticketStore(table);
  await write(1, few, (index) => aTicketIn('bugs', index));
  await write(few + 1, many, (index) => aTicketIn('payouts', index));
  await write(few + many + 1, held, (index) => ({
    ...aTicketIn('account', index),
    assigneeId: 'agt_busy',
    status: index === held - 1 ? 'open' : 'waiting',
  }));
}, 120_000);

const aTicketIn = (topic: string, index: number): Partial<Ticket> => ({
  topic,
  subject: `Order ${index} has not been credited since the beginning of last month`,
  preview: `I bought ${index} things in the shop you named, and nothing was credited to my account yet, whom do I ask`,
  waitingSince: new Date(Date.UTC(2026, 9, 1) + index * 60_000).toISOString(),
  dueAt: new Date(Date.UTC(2026, 9, 2) + index * 60_000).toISOString(),
  customerId: `cus_${String(index % 500).padStart(24, '0')}`,
});

const write = async (first: number, count: number, of: (index: number) => Partial<Ticket>) => {
  const items = Array.from({ length: count }, (_, index) =>
    ticketItem(aFirstMessage({ number: first + index, ticket: of(index) }).ticket),
  );
  for (let start = 0; start < items.length; start += 25) {
    const batch = items.slice(start, start + 25).map((Item) => ({ PutRequest: { Item } }));
    await table.client.send(new BatchWriteCommand({ RequestItems: { [table.name]: batch } }));
  }
};

const pageOf = (topic: string, cursor?: string) =>
  tickets.listByTopic({ topic, group: 'active', limit: 50, cursor });

describe('a work list of ten thousand tickets', () => {
  test('costs a page what a list of sixty costs, and no more than five units', async () => {
    const short = await table.meter.measure(() => pageOf('bugs'));
    const long = await table.meter.measure(() => pageOf('payouts'));

    console.log(`50 lines: ${short.units} read units of 60 tickets, ${long.units} of 10,000`);
    expect(long.requests).toBe(1);
    expect(long.units).toBeLessThanOrEqual(5);
    expect(Math.abs(long.units - short.units)).toBeLessThanOrEqual(0.5);
  });

  test('costs the same far behind its beginning', async () => {
    let cursor: string | undefined;
    for (let page = 0; page < 100; page += 1) cursor = (await pageOf('payouts', cursor)).cursor;

    const measured = await table.meter.measure(() => pageOf('payouts', cursor));

    expect(measured.units).toBeLessThanOrEqual(5);
  });

  test('shows every ticket once, in order', async () => {
    const orders: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await pageOf('payouts', cursor);
      orders.push(...page.items.map(({ dueAt = '' }) => dueAt));
      cursor = page.cursor;
    } while (cursor);

    expect(orders).toHaveLength(many);
    expect(orders).toEqual(orders.toSorted());
  });

  test('does not make a customer’s list dearer', async () => {
    const customerId = `cus_${'7'.padStart(24, '0')}`;

    const measured = await table.meter.measure(() =>
      tickets.listByCustomer({ customerIds: [customerId], limit: 50 }),
    );

    expect(measured.units).toBeLessThanOrEqual(2);
  });
});

describe('an agent who holds hundreds of tickets', () => {
  test('is shown the newest of them in one query of at most forty units', async () => {
    const mine = { agentId: 'agt_busy', group: 'active', limit: 50 } as const;

    const measured = await table.meter.measure(() => tickets.listByAgent(mine));

    const { items } = await tickets.listByAgent(mine);
    console.log(`${held} held: ${measured.units} read units`);
    expect(items.map(({ number }) => number)).toEqual([few + many + held]);
    expect(measured.requests).toBe(1);
    expect(measured.units).toBeLessThanOrEqual(40);
  });
});

import { beforeAll, describe, expect, test } from 'vitest';
import { ticketStore } from '../../functions/dynamo/tickets.ts';
import type { TicketGroup, TicketSummary } from '../../schemas/ticket.ts';
import { aTable } from './a-table.ts';
import { aFirstMessage } from './opened.ts';

let tickets: ReturnType<typeof ticketStore>;
beforeAll(async () => {
  tickets = ticketStore(await aTable());
  const save = (number: number, ticket: Parameters<typeof aFirstMessage>[0]['ticket']) =>
    tickets.saveIntake(aFirstMessage({ number, ticket }));
  await save(1, { waitingSince: '2026-11-02T08:00:00.000Z' });
  await save(2, { dueAt: '2026-11-02T15:00:00.000Z', assigneeId: 'agt_olga' });
  await save(3, { dueAt: '2026-11-02T12:00:00.000Z', assigneeId: 'agt_olga' });
  await save(4, { waitingSince: '2026-11-01T08:00:00.000Z', assigneeId: 'agt_olga' });
  await save(5, { status: 'waiting', assigneeId: 'agt_olga' });
  await save(6, { status: 'closed', lastMessageAt: '2026-11-03T08:00:00.000Z' });
  await save(7, {
    status: 'closed',
    lastMessageAt: '2026-11-04T08:00:00.000Z',
    assigneeId: 'agt_olga',
  });
  await save(8, { topic: 'bugs', customerId: 'cus_0000000000000000000000bb' });
});

const idsOf = ({ items }: { readonly items: readonly TicketSummary[] }) =>
  items.map(({ number }) => number);
const payouts = (group: TicketGroup, page: { limit?: number; cursor?: string } = {}) =>
  tickets.listByTopic({ topic: 'payouts', group, limit: 50, ...page });

describe('a topic’s work list', () => {
  test('begins with what is due first, then what waits longest', async () => {
    expect(idsOf(await payouts('active'))).toEqual([3, 2, 4, 1]);
  });

  test('keeps postponed tickets apart', async () => {
    expect(idsOf(await payouts('postponed'))).toEqual([5]);
  });

  test('shows closed tickets newest first', async () => {
    expect(idsOf(await payouts('closed'))).toEqual([7, 6]);
  });

  test('carries the whole line and nothing else', async () => {
    const { items } = await payouts('active', { limit: 1 });

    const [shown] = items;
    const ticket = await tickets.load('tkt_3');
    expect(ticket).toMatchObject(shown ?? {});
    expect(shown).toMatchObject({ id: 'tkt_3', assigneeId: 'agt_olga', subject: ticket?.subject });
    expect(shown).not.toHaveProperty('references');
  });

  test('may be asked for what nobody holds, behind any number that colleagues hold', async () => {
    const found: number[] = [];
    let [cursor, pages]: [string | undefined, number] = [undefined, 0];
    do {
      const page = await tickets.listByTopic({
        topic: 'payouts',
        group: 'active',
        isFree: true,
        limit: 2,
        cursor,
      });
      found.push(...idsOf(page));
      cursor = page.cursor;
      pages += 1;
    } while (cursor);

    expect(found).toEqual([1]);
    expect(pages).toBe(2);
  });

  test('is read page by page, each ticket once', async () => {
    const first = await payouts('active', { limit: 3 });
    const second = await payouts('active', { limit: 3, cursor: first.cursor });

    expect([...idsOf(first), ...idsOf(second)]).toEqual([3, 2, 4, 1]);
    expect(second.cursor).toBeUndefined();
  });

  test('moves a ticket that is put to wait', async () => {
    const ticket = await tickets.load('tkt_1');
    if (!ticket) throw new Error('missing');

    await tickets.save({ ticket: { ...ticket, status: 'on_hold' }, expects: 1, entries: [] });

    expect(idsOf(await payouts('active'))).not.toContain(1);
    expect(idsOf(await payouts('postponed'))).toContain(1);
  });
});

describe('an agent’s own list', () => {
  test('has what is in work, most urgent first, without what is closed', async () => {
    const own = { agentId: 'agt_olga', limit: 50 };

    expect(idsOf(await tickets.listByAgent({ ...own, group: 'active' }))).toEqual([3, 2, 4]);
    expect(idsOf(await tickets.listByAgent({ ...own, group: 'postponed' }))).toEqual([5]);
  });

  test('is read page by page', async () => {
    const own = { agentId: 'agt_olga', group: 'active', limit: 2 } as const;
    const first = await tickets.listByAgent(own);

    const second = await tickets.listByAgent({ ...own, cursor: first.cursor });

    expect([idsOf(first), idsOf(second)]).toEqual([[3, 2], [4]]);
    expect(second.cursor).toBeUndefined();
  });
});

describe('a customer’s list', () => {
  test('has every ticket of theirs, whatever became of it, newest first', async () => {
    const list = await tickets.listByCustomer({
      customerIds: ['cus_0000000000000000000000aa'],
      limit: 50,
    });

    expect(idsOf(list).toSorted()).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });
});

describe('a cursor', () => {
  test('of one list is refused by another', async () => {
    const { cursor } = await payouts('active', { limit: 1 });

    const foreign = [
      tickets.listByTopic({ topic: 'bugs', group: 'active', limit: 50, cursor }),
      payouts('closed', { cursor }),
      tickets.listByCustomer({ customerIds: ['cus_0000000000000000000000bb'], limit: 50, cursor }),
    ];

    for (const list of foreign) await expect(list).rejects.toMatchObject({ kind: 'invalid' });
  });

  test.each(['', '!', 'AAAA', Buffer.from('T#1\u0000E#zzz').toString('base64url')])(
    'that was made up (%j) reads nothing or is refused',
    async (cursor) => {
      const answer = await payouts('active', { cursor }).then(idsOf, (error: unknown) => error);

      expect(answer).not.toContain(8);
      if (cursor !== '') expect(answer).toMatchObject({ code: 'cursor.invalid' });
    },
  );

  test('with a forged place inside its own list shows that list only', async () => {
    const { cursor = '' } = await payouts('active', { limit: 1 });
    const mark = Buffer.from(cursor, 'base64url').toString().slice(0, 6);
    const forged = Buffer.from(`${mark}000000000#1`).toString('base64url');

    const { items } = await payouts('active', { cursor: forged });

    expect(new Set(items.map(({ topic }) => topic))).toEqual(new Set(['payouts']));
  });
});

import { beforeAll, describe, expect, it, vi } from 'vitest';
import config from '../../desk.config.ts';
import { isTicketSort } from '../../functions/dynamo/keys.ts';
import { readAllOfTopic } from '../../functions/dynamo/lists.ts';
import { ticketOfItem } from '../../functions/dynamo/ticket-item.ts';
import { seededAgents } from '../../functions/tool/seed/people.ts';
import { saveItems } from '../../functions/tool/seed/save-desk.ts';
import { tellDesk } from '../../functions/tool/seed/tell-desk.ts';
import { DeskSettings } from '../../schemas/settings.ts';
import { type Ticket, Ticket as TicketSchema } from '../../schemas/ticket.ts';
import { aTable } from './a-table.ts';

const now = '2026-11-22T11:30:00.000Z';
const settings = DeskSettings.parse(config);

/** The functions that the stories call write a line for each decision. */
async function told() {
  const quiet = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  const { world, tickets } = await tellDesk({
    seed: 2026,
    settings,
    topics: settings.topics,
    secrets: ['a secret of 32 characters or more'],
    rawBucket: 'raw',
    agents: seededAgents('2026-10-23T11:30:00.000Z'),
    until: Date.parse(now),
  }).finally(() => quiet.mockRestore());
  return { count: tickets, items: world.desk.items(), raw: world.raw.all() };
}

describe('a seeded desk', () => {
  let first: Awaited<ReturnType<typeof told>>;
  let tickets: Ticket[];
  beforeAll(async () => {
    first = await told();
    tickets = first.items.filter(({ SK }) => isTicketSort(SK)).map(ticketOfItem);
  });

  it('is the same desk, item by item, for the same seed and moment', async () => {
    const second = await told();

    expect(second.items).toEqual(first.items);
  });

  it('has 300 to 400 tickets of every channel, language, topic and status', () => {
    const values = (read: (ticket: Ticket) => string | undefined) => new Set(tickets.map(read));

    expect(tickets).toHaveLength(first.count);
    expect(first.count).toBeGreaterThan(300);
    expect(first.count).toBeLessThan(400);
    expect(values((one) => one.channel).size).toBe(4);
    expect(values((one) => one.language)).toContain('ru');
    expect(values((one) => one.topic)).toEqual(new Set(settings.topics));
    expect(values((one) => one.status)).toEqual(
      new Set(['open', 'waiting', 'on_hold', 'snoozed', 'closed', 'spam']),
    );
  });

  it('stands as the clock function would have left it: nothing is overdue for a look', () => {
    const minuteAgo = new Date(Date.parse(now) - 60_000).toISOString();
    const late = tickets.filter(
      ({ nextDueAt }) => nextDueAt !== undefined && nextDueAt < minuteAgo,
    );

    expect(late.map(({ id }) => id)).toEqual([]);
  });

  it('calls breached what is past due, and shows some that are nearly due', () => {
    const soon = new Date(Date.parse(now) + 3_600_000).toISOString();
    const open = tickets.filter(({ status }) => status === 'open');
    const past = open.filter(({ dueAt }) => dueAt !== undefined && dueAt < now);
    const near = open.filter(({ dueAt }) => dueAt !== undefined && dueAt >= now && dueAt < soon);

    expect(past.filter(({ isBreached }) => !isBreached)).toEqual([]);
    expect(past.length).toBeGreaterThan(3);
    expect(near.length).toBeGreaterThan(0);
  });

  it('has a message of the last minutes, and none of the future', () => {
    const newest =
      tickets
        .map(({ lastMessageAt }) => lastMessageAt)
        .toSorted()
        .at(-1) ?? '';

    expect(Date.parse(now) - Date.parse(newest)).toBeLessThan(10 * 60_000);
    expect(newest <= now).toBe(true);
  });

  it('holds tickets as the schema wants them', () => {
    const wrong = tickets.filter((ticket) => !TicketSchema.safeParse(ticket).success);

    expect(wrong).toEqual([]);
  });

  it('is in the lists after it was written to the table, also when it is written twice', async () => {
    const table = await aTable();
    const items = first.items.filter(({ SK }) => isTicketSort(SK));
    await saveItems(table, items);
    await saveItems(table, items);

    const listed: string[] = [];
    for (const topic of settings.topics)
      for (const group of ['active', 'postponed', 'closed', 'spam'] as const)
        await readAllOfTopic(table, { topic, group }, (page) =>
          listed.push(...page.map(({ id }) => id)),
        );

    expect(listed.toSorted()).toEqual(tickets.map(({ id }) => id).toSorted());
  });
});

import { randomBytes } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { note } from '../../functions/desk/tickets/note.ts';
import { ticketStore } from '../../functions/dynamo/tickets.ts';
import type { TicketEvent } from '../../schemas/timeline.ts';
import { anAgent } from '../make/a-ticket.ts';
import { aTable } from './a-table.ts';
import { aFirstMessage } from './opened.ts';

let tickets: ReturnType<typeof ticketStore>;
beforeAll(async () => {
  tickets = ticketStore(await aTable());
});

const anEvent = (ticketId: string, over: Partial<TicketEvent> = {}): TicketEvent => ({
  type: 'event',
  id: 'evt_0000000000000000000000aa',
  ticketId,
  kind: 'priority',
  by: { kind: 'agent', id: 'agt_olga', name: 'Olga' },
  occurredAt: '2026-11-02T10:00:00.000Z',
  data: { to: 'high' },
  ...over,
});

describe('a ticket that was saved', () => {
  test('comes back as it was, with its first message', async () => {
    const change = aFirstMessage({ number: 1 });

    expect(await tickets.saveIntake(change)).toBe('saved');

    const loaded = await tickets.loadWithTimeline('tkt_1', { limit: 100 });
    expect(loaded).toEqual({
      ticket: defined(change.ticket),
      entries: change.entries.map(defined),
    });
  });

  test('carries its events within the message they came with', async () => {
    const change = aFirstMessage({ number: 2 });
    const event = anEvent('tkt_2', { occurredAt: '2026-11-02T08:00:00.000Z' });
    await tickets.saveIntake({ ...change, entries: [...change.entries, event] });

    const loaded = await tickets.loadWithTimeline('tkt_2', { limit: 1 });

    expect(loaded?.entries.map(({ type }) => type)).toEqual(['event', 'message']);
  });

  test('shows an alert under its own place', async () => {
    const change = aFirstMessage({ number: 3 });
    const alert = anEvent('tkt_3', { kind: 'breached', id: 'evt_0000000000000000000000bb' });
    await tickets.saveIntake({ ...change, entries: [...change.entries, alert] });

    expect(await tickets.loadEntry(alert)).toEqual(alert);
  });

  test('is missing when nobody saved it', async () => {
    expect(await tickets.load('tkt_999')).toBeUndefined();
    expect(await tickets.loadWithTimeline('tkt_999', { limit: 10 })).toBeUndefined();
  });
});

describe('a timeline of many entries', () => {
  test('is read from the newest page to the first entry, each once', async () => {
    await tickets.saveIntake(aFirstMessage({ number: 10 }));
    for (let index = 1; index <= 7; index += 1) await addNote('tkt_10', index);

    const pages: string[][] = [];
    let cursor: string | undefined;
    do {
      const page = await tickets.loadWithTimeline('tkt_10', { limit: 3, cursor });
      pages.push((page?.entries ?? []).map((entry) => entry.occurredAt.slice(14, 16)));
      cursor = page?.cursor;
    } while (cursor);

    expect(pages.filter((page) => page.length > 0)).toEqual([
      ['05', '06', '07'],
      ['02', '03', '04'],
      ['00', '01'],
    ]);
  });

  test('refuses a cursor of another ticket', async () => {
    const page = await tickets.loadWithTimeline('tkt_10', { limit: 3 });

    const foreign = tickets.loadWithTimeline('tkt_1', { limit: 3, cursor: page?.cursor });

    await expect(foreign).rejects.toMatchObject({ code: 'cursor.invalid' });
  });
});

describe('a change', () => {
  test('is stale once somebody saved after the rules looked', async () => {
    await tickets.saveIntake(aFirstMessage({ number: 20 }));
    const ticket = await existing('tkt_20');
    const change = { ticket: { ...ticket, version: 2 }, expects: 1, entries: [] };

    expect(await tickets.save(change)).toBe('saved');
    expect(await tickets.save(change)).toBe('stale');
  });

  test('writes nothing of its entries when it is stale', async () => {
    await tickets.saveIntake(aFirstMessage({ number: 21 }));
    const ticket = await existing('tkt_21');
    const event = anEvent('tkt_21', { kind: 'breached' });

    const saved = await tickets.save({ ticket, expects: 7, entries: [event] });

    expect(saved).toBe('stale');
    expect(await tickets.loadEntry(event)).toBeUndefined();
  });

  test('too large for an item is a problem that says so', async () => {
    const change = aFirstMessage({ number: 22, inbound: { text: noise(500_000) } });

    await expect(tickets.saveIntake(change)).rejects.toMatchObject({ code: 'item.too-large' });
  });
});

const existing = async (id: string) => {
  const ticket = await tickets.load(id);
  if (!ticket) throw new Error(`${id} is missing`);
  return ticket;
};

const addNote = async (id: string, minute: number) => {
  const ticket = await existing(id);
  const now = `2026-11-02T10:${String(minute).padStart(2, '0')}:00.000Z`;
  const by = anAgent();
  const { change } = note({ ticket, by, clientId: now, text: 'seen', attachments: [], now });
  expect(await tickets.save(change)).toBe('saved');
};

/** Text that does not pack. */
const noise = (bytes: number) => randomBytes(bytes).toString('base64');

/** As JSON has it: fields that are undefined are absent. */
const defined = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value)) as Value;

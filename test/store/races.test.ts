import { beforeAll, describe, expect, test } from 'vitest';
import { claim } from '../../functions/desk/tickets/claim.ts';
import { alertStore } from '../../functions/dynamo/alerts.ts';
import { fuseStore } from '../../functions/dynamo/fuses.ts';
import { ticketNumbers } from '../../functions/dynamo/numbers.ts';
import { outboxStore } from '../../functions/dynamo/outbox.ts';
import { ticketStore } from '../../functions/dynamo/tickets.ts';
import type { Delivery, Message } from '../../schemas/timeline.ts';
import { anAgent } from '../make/a-ticket.ts';
import { aTable, type TestTable } from './a-table.ts';
import { aFirstMessage } from './opened.ts';

const now = '2026-11-02T09:30:00.000Z';
let table: TestTable;
let tickets: ReturnType<typeof ticketStore>;
let outbox: ReturnType<typeof outboxStore>;
let alerts: ReturnType<typeof alertStore>;
beforeAll(async () => {
  table = await aTable();
  tickets = ticketStore(table);
  outbox = outboxStore(table);
  alerts = alertStore(table);
});

const countOf = (outcomes: readonly string[]) => ({
  saved: outcomes.filter((outcome) => outcome === 'saved').length,
  stale: outcomes.filter((outcome) => outcome === 'stale').length,
});

describe('two agents who claim one ticket at once', () => {
  test('get it once, and the timeline says it once', async () => {
    await tickets.saveIntake(aFirstMessage({ number: 1 }));
    const ticket = await tickets.load('tkt_1');
    if (!ticket) throw new Error('missing');
    const changes = ['agt_olga', 'agt_ivan'].flatMap(
      (id) => claim({ ticket, by: anAgent({ id }), takeOver: false, now }) ?? [],
    );

    const outcomes = await Promise.all(changes.map((change) => tickets.save(change)));

    expect(countOf(outcomes)).toEqual({ saved: 1, stale: 1 });
    const loaded = await tickets.loadWithTimeline('tkt_1', { limit: 10 });
    expect(loaded?.entries.filter(({ type }) => type === 'event')).toHaveLength(1);
  });
});

describe('a message in the outbox', () => {
  const queued: Delivery = { state: 'queued', attempts: 0, at: now };
  const aReply = async (number: number): Promise<Message> => {
    const change = aFirstMessage({ number });
    const [first] = change.entries;
    if (first?.type !== 'message') throw new Error('no message');
    const message: Message = { ...first, direction: 'out', kind: 'reply', delivery: queued };
    await tickets.saveIntake({ ...change, entries: [message] });
    return message;
  };
  const claimed = (message: Message, at: string): Message => ({
    ...message,
    delivery: { state: 'sending', attempts: 1, at },
  });

  test('is claimed by one of many deliverers', async () => {
    const message = await aReply(10);

    const claims = Array.from({ length: 6 }, (_, index) =>
      outbox.moveDelivery({
        message: claimed(message, `2026-11-02T09:30:0${index}.000Z`),
        from: queued,
      }),
    );

    expect(countOf(await Promise.all(claims))).toEqual({ saved: 1, stale: 5 });
  });

  test('keeps its text when its delivery moves', async () => {
    const message = await aReply(11);
    const place = { ticketId: 'tkt_11', occurredAt: message.occurredAt, id: message.id };

    await outbox.moveDelivery({ message: claimed(message, now), from: queued });

    expect(await tickets.loadEntry(place)).toMatchObject({
      text: message.text,
      delivery: { state: 'sending', attempts: 1, at: now },
    });
  });

  test('is found by the provider’s id', async () => {
    const place = { ticketId: 'tkt_11', occurredAt: now, id: 'msg_0000000000000000000000aa' };

    await outbox.putAlias({ key: 'wire|abc', place });
    await outbox.putAlias({ key: 'wire|abc', place });

    expect(await outbox.findAlias('wire|abc')).toEqual(place);
    expect(await outbox.findAlias('wire|none')).toBeUndefined();
  });
});

describe('an alert', () => {
  const alert = { eventId: 'evt_0000000000000000000000aa', target: 'webhook', staleSeconds: 60 };

  test('is told to a target by one claim', async () => {
    const claims = Array.from({ length: 4 }, () => alerts.claim({ ...alert, now }));

    expect((await Promise.all(claims)).toSorted()).toEqual([
      'claimed',
      'claimed',
      'claimed',
      'saved',
    ]);
  });

  test('is told to each target for itself', async () => {
    const target = 'mail:lead@desk.example';

    expect(await alerts.claim({ ...alert, target, now })).toBe('saved');
  });

  test('may be claimed again when the first claimer died', async () => {
    const later = { ...alert, now: '2026-11-02T09:31:01.000Z' };

    expect(await alerts.claim(later)).toBe('saved');
  });

  test('is never claimed again once it was told', async () => {
    await alerts.finish({ ...alert, now, outcome: 'sent' });

    expect(await alerts.claim({ ...alert, now: '2026-11-03T00:00:00.000Z' })).toBe('finished');
  });
});

describe('ticket numbers', () => {
  test('of several processes never meet', async () => {
    const processes = Array.from({ length: 4 }, () => ticketNumbers(table, 3));

    const taken = await Promise.all(
      processes.flatMap((process) => Array.from({ length: 10 }, () => process.next())),
    );

    expect(new Set(taken).size).toBe(40);
    expect(Math.min(...taken)).toBe(1001);
  });

  test('cost one write a block', async () => {
    const numbers = ticketNumbers(table, 20);

    const measured = await table.meter.measure(async () => {
      for (let index = 0; index < 20; index += 1) await numbers.next();
    });

    expect(measured.requests).toBe(1);
  });
});

describe('a fuse', () => {
  test('counts everybody who comes at once, window by window', async () => {
    const fuses = fuseStore(table);
    const fuse = { key: 'ack|ann@customer.example', window: 'hour' } as const;

    const counts = await Promise.all(
      Array.from({ length: 5 }, () => fuses.count({ ...fuse, now })),
    );

    expect(counts.toSorted()).toEqual([1, 2, 3, 4, 5]);
    expect(await fuses.count({ ...fuse, now: '2026-11-02T10:00:00.000Z' })).toBe(1);
  });
});

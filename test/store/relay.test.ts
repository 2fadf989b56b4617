import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { moveDelivery } from '../../functions/desk/delivery/outcome.ts';
import { reply } from '../../functions/desk/tickets/reply.ts';
import { connectionStore } from '../../functions/dynamo/connections.ts';
import { feedStore } from '../../functions/dynamo/feed.ts';
import { healthStore } from '../../functions/dynamo/health.ts';
import { outboxStore } from '../../functions/dynamo/outbox.ts';
import { ticketStore } from '../../functions/dynamo/tickets.ts';
import { visitStore } from '../../functions/dynamo/visits.ts';
import { relay } from '../../functions/entry/relay/relay.ts';
import type { Agent } from '../../schemas/agent.ts';
import type { OutboundJob } from '../../schemas/queue.ts';
import type { Delivery, Message, TicketEvent } from '../../schemas/timeline.ts';
import { aBook } from '../make/a-desk.ts';
import { anAgent } from '../make/a-ticket.ts';
import { aStream, type TestStream } from './a-stream.ts';
import { aFirstMessage } from './opened.ts';

const now = '2026-11-02T09:30:00.000Z';
let stream: TestStream;
let tickets: ReturnType<typeof ticketStore>;
let jobs: OutboundJob[] = [];
let pushed: { to: string; message: { type: string } }[] = [];
const hearers = new Map<string, Agent>([['agt_olga', anAgent()]]);
let follow: () => ReturnType<ReturnType<typeof relay>>;

beforeAll(async () => {
  stream = await aStream();
  tickets = ticketStore(stream.table);
  const connections = connectionStore(stream.table);
  const handle = relay({
    tickets,
    connections,
    hearers: async () => hearers,
    visits: visitStore(stream.table),
    feed: feedStore(stream.table),
    enqueue: async (job) => void jobs.push(job),
    push: async (to, text) => {
      if (to === 'gone') return 'gone';
      pushed.push({ to, message: JSON.parse(text) });
      return 'sent';
    },
    now: () => now,
  });
  follow = async () => {
    jobs = [];
    pushed = [];
    return handle(await stream.next());
  };
  for (const connectionId of ['screen', 'gone'])
    await connections.put({ connectionId, agentId: 'agt_olga', connectedAt: now });
  await follow();
});
afterAll(() => stream.stop());

const aReply = async (number: number): Promise<Message> => {
  await tickets.saveIntake(aFirstMessage({ number }));
  const ticket = await tickets.load(`tkt_${number}`);
  if (!ticket) throw new Error('missing');
  const { change, message } = reply({
    ticket,
    by: anAgent(),
    clientId: 'one',
    text: 'Soon.',
    answersId: ticket.lastPublicId,
    attachments: [],
    statusAfter: 'waiting',
    book: aBook(),
    now,
  });
  await tickets.save(change);
  return message;
};

const move = async (message: Message, action: 'claim' | 'retry'): Promise<Message> => {
  const from = message.delivery as Delivery;
  const delivery = moveDelivery(from, action, { now });
  if (!delivery) throw new Error(`cannot ${action}`);
  await outboxStore(stream.table).moveDelivery({ message: { ...message, delivery }, from });
  return { ...message, delivery };
};

describe('relay', () => {
  test('hands a queued reply to deliver, and no message of a customer', async () => {
    const message = await aReply(1);

    expect(await follow()).toEqual({ batchItemFailures: [] });

    const place = { ticketId: 'tkt_1', messageId: message.id, occurredAt: message.occurredAt };
    expect(jobs).toEqual([{ kind: 'message', connectionId: message.connectionId, ...place }]);
  });

  test('leaves a retry to the queue that holds it', async () => {
    const message = await aReply(2);
    await follow();
    await move(await move(message, 'claim'), 'retry');

    await follow();

    expect(jobs).toEqual([]);
  });

  test('hands over a wording that was changed, once for each change', async () => {
    const message = await aReply(8);
    await follow();
    const from = message.delivery as Delivery;
    const edit = { state: 'queued', at: now } as const;
    const outbox = outboxStore(stream.table);
    await outbox.moveDelivery({ message: { ...message, delivery: { ...from, edit } }, from });

    await follow();
    const first = jobs;
    const queued = { ...from, edit };
    const done = { ...from, edit: { state: 'sent', at: now } } as const;
    await outbox.moveDelivery({ message: { ...message, delivery: done }, from: queued });
    await follow();

    expect(first).toMatchObject([{ kind: 'edit', messageId: message.id }]);
    expect(jobs).toEqual([]);
  });

  test('hands over what is asked of a connection, and nothing else of its health', async () => {
    const health = healthStore(stream.table);
    const known = { connectionId: 'bot', state: 'working', since: now } as const;
    await health.save(known, 0);
    await follow();
    const unasked = jobs;
    await health.save({ ...known, requestedAt: now }, 1);

    await follow();
    const asked = jobs;
    await health.save({ ...known, requestedAt: now, checkedAt: now }, 2);
    await follow();

    expect([unasked, jobs, pushed]).toEqual([[], [], []]);
    expect(asked).toEqual([
      { kind: 'connection', want: 'check', connectionId: 'bot', requestedAt: now },
    ]);
  });

  test('tells screens what came of a delivery, not that it was begun', async () => {
    const message = await aReply(7);
    await follow();

    const claimed = await move(message, 'claim');
    await follow();
    const whenBegun = pushed.length;
    await move(claimed, 'retry');
    await follow();

    expect([whenBegun, pushed.length]).toEqual([0, 1]);
  });

  test('hands over an alert once and shows it on the screens', async () => {
    await tickets.saveIntake(aFirstMessage({ number: 3 }));
    const ticket = await tickets.load('tkt_3');
    if (!ticket) throw new Error('missing');
    const alert: TicketEvent = {
      type: 'event',
      id: 'evt_0000000000000000000000cc',
      ticketId: 'tkt_3',
      kind: 'breached',
      by: { kind: 'robot', name: 'Desk' },
      occurredAt: now,
      data: { dueAt: now, late: true, announce: true, screen: 'agt_olga', mail: '' },
    };
    await tickets.save({ ticket: { ...ticket, version: 2 }, expects: 1, entries: [alert] });

    await follow();

    expect(jobs).toMatchObject([{ kind: 'alert', eventId: alert.id }]);
    expect(pushed.map(({ message }) => message)).toContainEqual({
      type: 'alert',
      kind: 'breached',
      ticketId: 'tkt_3',
      topic: 'payouts',
      subject: ticket.subject,
      dueAt: now,
      isLate: true,
    });
  });

  test('tells screens the tickets at their newest version and forgets those that left', async () => {
    await aReply(4);

    await follow();

    const [told] = pushed;
    expect(pushed.map(({ to }) => to)).toEqual(['screen']);
    expect(told?.message).toMatchObject({
      type: 'changed',
      tickets: [{ id: 'tkt_4', version: 2, topic: 'payouts' }],
    });
    const left = await connectionStore(stream.table).listAll();
    expect(left.map(({ connectionId }) => connectionId)).toEqual(['screen']);
  });

  test('tells a person with a scope what they may see, also that a ticket left it', async () => {
    hearers.set('agt_olga', anAgent({ scope: { topics: ['payouts'] } }));
    await tickets.saveIntake(aFirstMessage({ number: 11 }));
    await follow();
    const whenSeen = pushed.map(({ message }) => message);
    const ticket = await tickets.load('tkt_11');
    if (!ticket) throw new Error('missing');
    const moved = { ...ticket, topic: 'bug', version: 2 };
    await tickets.save({ ticket: moved, expects: 1, entries: [] });
    await follow();
    const whenLeft = pushed.map(({ message }) => message);
    await tickets.save({ ticket: { ...moved, version: 3 }, expects: 2, entries: [] });
    await follow();
    hearers.set('agt_olga', anAgent());

    expect(whenSeen).toMatchObject([{ tickets: [{ id: 'tkt_11', topic: 'payouts' }] }]);
    expect(whenLeft).toMatchObject([{ tickets: [{ id: 'tkt_11', version: 2, topic: 'payouts' }] }]);
    expect(pushed).toEqual([]);
  });

  test('tells nobody whose access ended', async () => {
    hearers.clear();
    await tickets.saveIntake(aFirstMessage({ number: 12 }));

    await follow();

    hearers.set('agt_olga', anAgent());
    expect(pushed).toEqual([]);
  });

  test('writes what a screen reads that was away', async () => {
    const feed = feedStore(stream.table);
    const { cursor } = await feed.since(undefined, '2026-11-02T09:29:00.000Z');

    const missed = await feed.since(cursor, '2026-11-02T09:31:00.000Z');

    expect(missed.isGap).toBe(false);
    expect(missed.tickets).toContainEqual({ id: 'tkt_4', version: 2, topic: 'payouts' });
  });

  test('ends a batch at a record it cannot read', async () => {
    await aReply(5);
    const event = await stream.next();
    const broken = event.Records.findLast(({ dynamodb }) => dynamodb?.NewImage?.['entry']);
    if (broken?.dynamodb?.NewImage) broken.dynamodb.NewImage['entry'] = { B: 'AAAA' };

    const response = await relayOnce(event);

    const position = broken?.dynamodb?.SequenceNumber;
    expect(response).toEqual({ batchItemFailures: [{ itemIdentifier: position }] });
  });
});

/** Relay without screens. */
const relayOnce = (event: Parameters<ReturnType<typeof relay>>[0]) =>
  relay({
    tickets,
    connections: { listAll: async () => [], remove: async () => {} },
    hearers: async () => new Map(),
    visits: visitStore(stream.table),
    feed: feedStore(stream.table),
    enqueue: async (job) => void jobs.push(job),
    push: async () => 'sent',
    now: () => now,
  })(event);

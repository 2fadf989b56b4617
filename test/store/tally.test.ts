import type { DynamoDBStreamEvent } from 'aws-lambda';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { counterStore } from '../../functions/dynamo/counters.ts';
import { longestWaiting, readAllOfTopic } from '../../functions/dynamo/lists.ts';
import { tallyStore } from '../../functions/dynamo/tallies.ts';
import { ticketStore } from '../../functions/dynamo/tickets.ts';
import { handleTally } from '../../functions/entry/tally/handle-tally.ts';
import { recount } from '../../functions/entry/tally/recount.ts';
import type { TallyDeps } from '../../functions/entry/tally/tally-deps.ts';
import type { Ticket } from '../../schemas/ticket.ts';
import { aStream, type TestStream } from './a-stream.ts';
import { aFirstMessage } from './opened.ts';

let stream: TestStream;
let tickets: ReturnType<typeof ticketStore>;
let deps: TallyDeps;
let handle: ReturnType<typeof handleTally>;
beforeAll(async () => {
  stream = await aStream();
  const { table } = stream;
  tickets = ticketStore(table);
  deps = {
    tally: tallyStore(table),
    longestWaiting: (topic) => longestWaiting(table, topic),
    readAll: (topic, group, take) => readAllOfTopic(table, { topic, group }, take),
    now: () => new Date().toISOString(),
  };
  handle = handleTally(deps);
});
afterAll(() => stream.stop());

const open = (number: number, ticket: Partial<Ticket> = {}) =>
  tickets.saveIntake(aFirstMessage({ number, ticket }));
const change = async (number: number, over: Partial<Ticket>) => {
  const ticket = await tickets.load(`tkt_${number}`);
  if (!ticket) throw new Error('missing');
  const next = { ...ticket, ...over, version: ticket.version + 1 };
  expect(await tickets.save({ ticket: next, expects: ticket.version, entries: [] })).toBe('saved');
};
const queue = async (topic: string) =>
  (await counterStore(stream.table).queues()).find((count) => count.topic === topic);
const halves = ({ Records }: DynamoDBStreamEvent): DynamoDBStreamEvent[] => {
  const middle = Math.ceil(Records.length / 2);
  return [{ Records: Records.slice(0, middle) }, { Records: Records.slice(middle) }];
};

describe('the counters', () => {
  test('say how long a queue is and since when its oldest waits', async () => {
    await open(1, { waitingSince: '2026-11-02T08:00:00.000Z' });
    await open(2, { waitingSince: '2026-11-01T08:00:00.000Z', assigneeId: 'agt_olga' });
    await open(3, { dueAt: '2026-11-02T12:00:00.000Z', isBreached: true });
    await open(4, { status: 'waiting', waitingSince: undefined });

    await handle(await stream.next());

    expect(await queue('payouts')).toEqual({
      topic: 'payouts',
      active: 3,
      unassigned: 2,
      postponed: 1,
      breached: 1,
      oldestAt: '2026-11-01T08:00:00.000Z',
      unassignedAt: '2026-11-02T08:00:00.000Z',
      byLine: {},
    });
  });

  test('follow a ticket from topic to topic and out', async () => {
    await change(2, { topic: 'bugs' });
    await change(3, { status: 'closed', waitingSince: undefined });

    await handle(await stream.next());

    expect(await queue('payouts')).toMatchObject({ active: 1, breached: 0, postponed: 1 });
    expect(await queue('payouts')).toMatchObject({ oldestAt: '2026-11-02T08:00:00.000Z' });
    expect(await queue('bugs')).toMatchObject({ active: 1, unassigned: 0 });
  });

  test('do not move when a batch comes again, whole or in parts', async () => {
    await open(10);
    await open(11);
    const event = await stream.next();
    await handle(event);
    const once = await queue('payouts');

    await handle(event);
    for (const half of halves(event)) await handle(half);

    expect(await queue('payouts')).toEqual(once);
  });

  test('add up when two readers of the stream write at once', async () => {
    for (const number of [20, 21, 22, 23]) await open(number, { topic: 'fraud' });
    const event = await stream.next();

    await Promise.all(halves(event).map(handle));

    expect(await queue('fraud')).toMatchObject({ active: 4, unassigned: 4 });
  });

  test('are read with one small request', async () => {
    expect(await counterStore(stream.table).queues()).toHaveLength(3);
  });
});

describe('loads', () => {
  const loads = async () =>
    (await counterStore(stream.table).loads()).toSorted((a, b) =>
      a.agentId.localeCompare(b.agentId),
    );

  test('are what each holds and took today, counted once', async () => {
    const held = { assigneeId: 'agt_lea', channel: 'telegram' } as const;
    for (const number of [40, 41]) await open(number, { topic: 'loads', ...held });
    await open(42, { topic: 'loads' });
    await change(42, { assigneeId: 'agt_max' });
    await change(41, { status: 'waiting' });
    const event = await stream.next();

    await Promise.all([event, ...halves(event), event].map(handle));

    const writtenAt = event.Records[0]?.dynamodb?.ApproximateCreationDateTime ?? 0;
    const day = new Date(writtenAt * 1000).toISOString().slice(0, 10);
    expect((await loads()).filter(({ agentId }) => agentId !== 'agt_olga')).toEqual([
      { agentId: 'agt_lea', tickets: 1, chats: 1, taken: 2, day },
      { agentId: 'agt_max', tickets: 1, chats: 0, taken: 1, day },
    ]);
  });

  test('are put right with the queues', async () => {
    const right = await loads();
    const tally = await deps.tally.load();
    const holdings = tally.holdings.map((one) => ({
      ...one,
      held: { ...one.held, loads: [99, 99] as const },
    }));
    await deps.tally.save({ ...tally, holdings });

    expect(await recount(deps, ['loads'])).toBe('saved');

    expect(await loads()).toEqual(right);
  });
});

describe('counting again', () => {
  test('puts right what went wrong', async () => {
    const right = await queue('payouts');
    const tally = await deps.tally.load();
    const wrong = tally.counts.map((count) => ({ ...count, active: 99, postponed: 99 }));
    await deps.tally.save({ ...tally, counts: wrong });

    expect(await recount(deps, ['payouts'])).toBe('saved');

    expect(await queue('payouts')).toEqual(right);
    expect(await queue('bugs')).toMatchObject({ active: 99 });
  });

  test('is not undone by records of before', async () => {
    await open(30);
    await recount(deps, ['payouts']);
    const counted = await queue('payouts');

    await handle(await stream.next());

    expect(await queue('payouts')).toEqual(counted);
  });
});

import { DeleteCommand } from '@aws-sdk/lib-dynamodb';
import type { DynamoDBStreamEvent } from 'aws-lambda';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Arrivals } from '../../functions/desk/peaks/arrivals.ts';
import { arrivalStore } from '../../functions/dynamo/arrivals.ts';
import { queueCountsKey } from '../../functions/dynamo/keys.ts';
import { longestWaiting } from '../../functions/dynamo/lists.ts';
import { proposalStore } from '../../functions/dynamo/proposals.ts';
import { tallyStore } from '../../functions/dynamo/tallies.ts';
import { ticketStore } from '../../functions/dynamo/tickets.ts';
import { closeDays } from '../../functions/entry/digest/close-days.ts';
import { handleTally } from '../../functions/entry/tally/handle-tally.ts';
import type { ArrivalDay } from '../../schemas/peak.ts';
import type { TicketStatus } from '../../schemas/ticket.ts';
import { fc } from '../make/fast-check.ts';
import { aStream, type TestStream } from './a-stream.ts';
import { aFirstMessage } from './opened.ts';

const now = '2026-11-05T00:30:00.000Z';
const opened: readonly (readonly [at: string, topic: string, status?: TicketStatus])[] = [
  ['2026-10-30T10:00:00.000Z', 'payouts'],
  ['2026-11-02T00:00:00.000Z', 'payouts'],
  ['2026-11-02T23:59:59.999Z', 'payouts'],
  ['2026-11-03T08:00:00.000Z', 'bugs'],
  ['2026-11-03T08:59:59.000Z', 'bugs'],
  ['2026-11-03T09:00:00.000Z', 'bugs'],
  ['2026-11-03T09:10:00.000Z', 'bugs', 'spam'],
  ['2026-11-04T12:00:00.000Z', 'payouts'],
  ['2026-11-05T00:10:00.000Z', 'payouts'],
  ['2026-11-05T03:00:00.000Z', 'bugs'],
];

/** The slow and obvious way: which topics had how many in which hour. */
const recounted = (): Record<string, number> => {
  const sums: Record<string, number> = {};
  for (const [at, topic, status] of opened) {
    if (status === 'spam' || at < '2026-11-02') continue;
    const hour = `${(at < now ? at : now).slice(0, 13)} ${topic}`;
    sums[hour] = (sums[hour] ?? 0) + 1;
  }
  return sums;
};
const hoursOf = (days: readonly ArrivalDay[]): Record<string, number> =>
  Object.fromEntries(
    days.flatMap(({ day, topics }) =>
      Object.entries(topics).flatMap(([topic, hours]) =>
        hours.flatMap((count, hour) =>
          count > 0 ? [[`${day}T${String(hour).padStart(2, '0')} ${topic}`, count]] : [],
        ),
      ),
    ),
  );

let stream: TestStream;
let records: DynamoDBStreamEvent['Records'];
let handle: (event: DynamoDBStreamEvent) => Promise<unknown>;
beforeAll(async () => {
  stream = await aStream();
  const { table } = stream;
  const tickets = ticketStore(table);
  for (const [index, [createdAt, topic, status]] of opened.entries()) {
    const ticket = { createdAt, topic, ...(status && { status }) };
    await tickets.saveIntake(aFirstMessage({ number: index + 1, ticket }));
  }
  const changed = await tickets.load('tkt_2');
  if (!changed) throw new Error('missing');
  const moved = { ...changed, topic: 'bugs', version: 2 };
  await tickets.save({ ticket: moved, expects: 1, entries: [] });
  records = (await stream.next()).Records;
  handle = handleTally({
    tally: tallyStore(table),
    longestWaiting: (topic) => longestWaiting(table, topic),
    readAll: async () => undefined,
    now: () => now,
  });
});
afterAll(() => stream.stop());
beforeEach(() => forget());

const forget = () =>
  stream.table.client.send(
    new DeleteCommand({ TableName: stream.table.name, Key: { ...queueCountsKey } }),
  );

describe('arrivals', () => {
  it('are what a recount finds, however batches are cut, repeated and handled at once', async () => {
    const position = fc.nat({ max: records.length });
    const cut = fc.tuple(position, position);
    await fc.assert(
      fc.asyncProperty(fc.array(cut, { maxLength: 6 }), fc.boolean(), async (cuts, isAtOnce) => {
        await forget();
        const batches = [...cuts, [0, records.length] as const].map(([a, b]) => ({
          Records: records.slice(Math.min(a, b), Math.max(a, b)),
        }));
        if (isAtOnce) await Promise.all(batches.map(handle));
        else for (const batch of batches) await handle(batch);

        const recent = await arrivalStore(stream.table).recent();

        expect(hoursOf(recent?.days ?? [])).toEqual(recounted());
      }),
      { numRuns: 15 },
    );
  });
});

describe('the daily digest', () => {
  const store = () => arrivalStore(stream.table);
  const tallied = async (since: string) => {
    await handle({ Records: records });
    const tally = await tallyStore(stream.table).load();
    const arrivals: Arrivals = { since, days: tally.arrivals?.days ?? [] };
    await tallyStore(stream.table).save({ ...tally, arrivals });
  };
  const written = () => store().days('2026-10-01', '2026-11-30');
  const remove = async () => {
    for (const { day } of await written())
      await stream.table.client.send(
        new DeleteCommand({ TableName: stream.table.name, Key: { PK: 'D#2026', SK: day } }),
      );
  };
  beforeEach(remove);

  it('writes the days that are over, as often as it runs, with days of nothing', async () => {
    await tallied('2026-10-01T00:00:00.000Z');
    const deps = { arrivals: store(), now: () => '2026-11-05T00:30:00.000Z' };

    await closeDays(deps);
    const once = await written();
    await closeDays(deps);

    expect(await written()).toEqual(once);
    expect(once.map(({ day }) => day)).toEqual(['2026-11-02', '2026-11-03', '2026-11-04']);
    expect(once[1]?.topics['bugs']?.slice(7, 11)).toEqual([0, 2, 1, 0]);
  });

  it('makes up for two nights that were missed', async () => {
    await tallied('2026-10-01T00:00:00.000Z');

    await closeDays({ arrivals: store(), now: () => '2026-11-03T00:30:00.000Z' });
    await closeDays({ arrivals: store(), now: () => '2026-11-06T00:30:00.000Z' });

    expect((await written()).map(({ day }) => day)).toEqual([
      '2026-10-31',
      '2026-11-01',
      '2026-11-02',
      '2026-11-03',
      '2026-11-04',
      '2026-11-05',
    ]);
  });

  it('goes on where it was killed between two days', async () => {
    await tallied('2026-10-01T00:00:00.000Z');
    let left = 1;
    const dying = {
      ...store(),
      save: async (day: ArrivalDay) => {
        if (left === 0) throw new Error('killed');
        left -= 1;
        await store().save(day);
      },
    };

    await expect(closeDays({ arrivals: dying, now: () => now })).rejects.toThrow('killed');
    expect(await written()).toHaveLength(1);
    await closeDays({ arrivals: store(), now: () => now });

    expect(hoursOf(await written())).toEqual(
      Object.fromEntries(Object.entries(recounted()).filter(([hour]) => hour < '2026-11-05')),
    );
  });

  it('leaves out the day in which counting began', async () => {
    await tallied('2026-11-03T06:00:00.000Z');

    await closeDays({ arrivals: store(), now: () => now });

    expect((await written()).map(({ day }) => day)).toEqual(['2026-11-04']);
  });

  it('reads days over the turn of a year in order', async () => {
    for (const day of ['2027-01-01', '2026-12-31']) await store().save({ day, topics: {} });

    const days = await store().days('2026-12-31', '2027-01-01');

    expect(days.map(({ day }) => day)).toEqual(['2026-12-31', '2027-01-01']);
  });
});

describe('proposals put aside', () => {
  it('are remembered once', async () => {
    const proposals = proposalStore(stream.table);

    await proposals.dismiss('arrivals|2026-11-05', now);
    await proposals.dismiss('arrivals|2026-11-05', now);

    expect(await proposals.dismissed()).toEqual(['arrivals|2026-11-05']);
  });
});

import { describe, expect, test } from 'vitest';
import { agentStore } from '../../functions/dynamo/agents.ts';
import { counterStore } from '../../functions/dynamo/counters.ts';
import { deskStore } from '../../functions/dynamo/desk-lists.ts';
import { fuseStore } from '../../functions/dynamo/fuses.ts';
import { presenceStore } from '../../functions/dynamo/presence.ts';
import type { Table } from '../../functions/dynamo/table.ts';
import { ticketStore } from '../../functions/dynamo/tickets.ts';
import { unsubscribedStore } from '../../functions/dynamo/unsubscribed.ts';
import { loadLists } from '../../functions/entry/desk-lists.ts';
import type { DispatchDeps } from '../../functions/entry/dispatch/dispatch-deps.ts';
import { handleTopicJob } from '../../functions/entry/dispatch/handle-topic-job.ts';
import { handleJob } from '../../functions/entry/intake/handle-job.ts';
import { addressHash } from '../../functions/mail/unsubscribing.ts';
import type { TopicJob } from '../../schemas/queue.ts';
import { aMail, aNotification, anIntake } from '../make/an-intake.ts';
import { crashingAt } from '../make/crashing.ts';
import { aTable } from './a-table.ts';

const aDispatcher = (table: Table): DispatchDeps => ({
  tickets: ticketStore(table),
  agents: agentStore(table),
  presence: presenceStore(table),
  work: () => counterStore(table).work(),
  expect: async () => undefined,
  fuses: fuseStore(table),
  unsubscribed: unsubscribedStore(table),
  lists: (topics) => loadLists(deskStore(table), { topics, timeZone: 'UTC' }),
  settings: { name: 'Kopilka', language: 'en' },
  now: () => '2026-11-22T10:00:02.000Z',
});

/** Mails of these ids by one person, each its own ticket; their topic jobs. */
const written = async (table: Table, ...ids: string[]): Promise<TopicJob[]> => {
  const intake = anIntake(table);
  for (const id of ids) {
    await intake.raw.put(id, aMail({ id: `${id}@customer.example`, body: id }), 'x');
    await handleJob(intake)(aNotification(id), 1);
  }
  return intake.jobs;
};

const stateOf = async (table: Table, { ticketId }: TopicJob) => {
  const found = await ticketStore(table).loadWithTimeline(ticketId, { limit: 100 });
  return {
    dueAt: found?.ticket.dueAt,
    line: found?.ticket.line,
    version: found?.ticket.version,
    acknowledgements: found?.entries.filter(
      (entry) => entry.type === 'message' && entry.kind === 'acknowledgement',
    ).length,
  };
};

describe('a new ticket', () => {
  test('gets its promise, its line and one acknowledgement, however often its job comes', async () => {
    const table = await aTable();
    const [job] = await written(table, 'one');
    if (!job) throw new Error('no job');
    const dispatch = handleTopicJob(aDispatcher(table));

    await Promise.all([1, 2, 3, 4].map(() => dispatch(job)));

    expect(await stateOf(table, job)).toEqual({
      dueAt: '2026-11-22T18:00:00.000Z',
      line: 'front',
      version: 2,
      acknowledgements: 1,
    });
  });

  test.each(['before', 'after'] as const)(
    'ends the same when dispatch dies %s any step',
    async (moment) => {
      const ends: unknown[] = [];
      for (let step = 1; ; step += 1) {
        const table = await aTable();
        const [job] = await written(table, 'one');
        if (!job) throw new Error('no job');
        const dispatcher = aDispatcher(table);
        const { deps } = crashingAt<DispatchDeps>(dispatcher, step, moment);
        const died = await handleTopicJob(deps)(job).then(
          () => false,
          () => true,
        );
        await handleTopicJob(dispatcher)(job);
        ends.push(await stateOf(table, job));
        if (!died) break;
      }

      expect(ends.length).toBeGreaterThan(3);
      for (const end of ends) expect(end).toEqual(ends[0]);
    },
  );

  test('is not acknowledged when the address had one in this hour', async () => {
    const table = await aTable();
    const jobs = await written(table, 'one', 'two');
    for (const job of jobs) await handleTopicJob(aDispatcher(table))(job);

    const states = await Promise.all(jobs.map((job) => stateOf(table, job)));

    expect(states.map(({ acknowledgements }) => acknowledgements)).toEqual([1, 0]);
  });
});

test('who wants no automatic mail is not acknowledged', async () => {
  const table = await aTable();
  const [job] = await written(table, 'first');
  const dispatcher = aDispatcher(table);
  const hash = addressHash('Ann@Customer.example');
  await unsubscribedStore(table).add(hash, '2026-11-22T09:00:00.000Z');

  await handleTopicJob(dispatcher)(job ?? expect.fail());

  const ticket = await ticketStore(table).load(job?.ticketId ?? '');
  expect(ticket?.acknowledgedAt).toBeUndefined();
  expect(ticket?.line).toBeDefined();
});

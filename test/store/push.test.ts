import { beforeEach, describe, expect, test } from 'vitest';
import { agentStore } from '../../functions/dynamo/agents.ts';
import { deskStore } from '../../functions/dynamo/desk-lists.ts';
import { fuseStore } from '../../functions/dynamo/fuses.ts';
import { presenceStore } from '../../functions/dynamo/presence.ts';
import { ticketStore } from '../../functions/dynamo/tickets.ts';
import { unsubscribedStore } from '../../functions/dynamo/unsubscribed.ts';
import { loadLists } from '../../functions/entry/desk-lists.ts';
import type { DispatchDeps } from '../../functions/entry/dispatch/dispatch-deps.ts';
import { handleTopicJob } from '../../functions/entry/dispatch/handle-topic-job.ts';
import { drainBacklog } from '../../functions/entry/push-backlog.ts';
import type { Line } from '../../schemas/desk.ts';
import type { Ticket } from '../../schemas/ticket.ts';
import { aStoredAgent } from '../make/an-api.ts';
import { crashingAt } from '../make/crashing.ts';
import { aTable, type TestTable } from './a-table.ts';
import { aFirstMessage } from './opened.ts';

const begin = '2026-11-02T10:00:00.000Z';
const secondsLater = (seconds: number) =>
  new Date(Date.parse(begin) + seconds * 1000).toISOString();
const front: Line = {
  id: 'front',
  name: { en: 'Front' },
  // Hours that are gone close nobody.
  calendarId: 'always',
  work: 'push',
  capacity: { tickets: 4 },
  claimMinutes: 5,
};

let table: TestTable;
let tickets: ReturnType<typeof ticketStore>;
let presence: ReturnType<typeof presenceStore>;
beforeEach(async () => {
  table = await aTable();
  tickets = ticketStore(table);
  presence = presenceStore(table);
  const lines = [front, { ...front, id: 'second', work: 'pull' as const }];
  await deskStore(table).save('lines', lines, 0);
});

/** People of the front line who take work. */
const people = async (...ids: readonly string[]) => {
  for (const id of ids) {
    const agent = aStoredAgent({ id, email: `${id}@desk.example`, name: id, lines: ['front'] });
    await agentStore(table).save(agent, 'new');
    await there(id);
  }
};
const there = async (agentId: string) => {
  const version = (await presence.load(agentId))?.version ?? 0;
  const said = { agentId, state: 'available', since: begin, by: 'self' } as const;
  await presence.save({ ...said, version: version + 1 }, version);
};

/** Tickets of a topic, each a minute younger than the one before; their jobs. */
const opened = async (count: number, from = 1) => {
  const jobs = [];
  for (let number = from; number < from + count; number += 1) {
    const occurredAt = secondsLater(number * 60 - 36_000);
    const inbound = { occurredAt, replyTo: { address: `c${number}@customer.example`, cc: [] } };
    const first = aFirstMessage({ number, inbound });
    expect(await tickets.saveIntake(first)).toBe('saved');
    jobs.push({ ticketId: `tkt_${number}`, messageId: first.ticket.lastPublicId });
  }
  return jobs;
};
const load = async (number: number): Promise<Ticket> =>
  (await tickets.load(`tkt_${number}`)) ?? expect.fail();
const all = (count: number) => Promise.all(Array.from({ length: count }, (_, at) => load(at + 1)));

/** What tally would have counted by now, without its delay. */
const counted = async () => {
  const agents = await agentStore(table).list();
  const held = await Promise.all(
    agents.map(async ({ id: agentId }) => {
      const { items } = await tickets.listByAgent({ agentId, group: 'active', limit: 1000 });
      return { agentId, ids: items.map(({ id }) => id) };
    }),
  );
  const ids = new Set(held.flatMap((one) => one.ids));
  return {
    loads: held.map(({ agentId, ids: { length } }) => ({
      agentId,
      tickets: length,
      chats: 0,
      taken: 0,
      day: '2026-11-02',
    })),
    isCounted: ({ ticketId }: { ticketId: string }) => ids.has(ticketId),
  };
};
const uncounted = async () => ({ loads: [], isCounted: () => false });

const aDispatcher = (over: Partial<DispatchDeps> = {}): DispatchDeps => ({
  tickets,
  agents: agentStore(table),
  presence,
  work: uncounted,
  expect: async () => undefined,
  fuses: fuseStore(table),
  unsubscribed: unsubscribedStore(table),
  lists: (topics) => loadLists(deskStore(table), { topics, timeZone: 'UTC' }),
  settings: { name: 'Kopilka', language: 'en' },
  now: () => begin,
  ...over,
});

const heldBy = (found: readonly Ticket[]): Record<string, number> => {
  const held: Record<string, number> = {};
  for (const { assigneeId = 'nobody' } of found) held[assigneeId] = (held[assigneeId] ?? 0) + 1;
  return held;
};

describe('a line that hands out', () => {
  test('gives a new ticket to somebody for some minutes, and says so', async () => {
    await people('agt_aaaa');
    const [job] = await opened(1);

    await handleTopicJob(aDispatcher())(job ?? expect.fail());

    const found = await tickets.loadWithTimeline('tkt_1', { limit: 10 });
    expect(found?.ticket).toMatchObject({
      assigneeId: 'agt_aaaa',
      hold: { why: 'pushed', since: begin, until: secondsLater(300) },
    });
    expect(found?.entries).toContainEqual(
      expect.objectContaining({
        kind: 'assigned',
        data: { to: 'agt_aaaa', toName: 'agt_aaaa', why: 'push' },
      }),
    );
  });

  test('never overfills anybody, however many dispatchers hand out at once', async () => {
    const five = ['agt_aaaa', 'agt_bbbb', 'agt_cccc', 'agt_dddd', 'agt_eeee'];
    await people(...five);
    const jobs = await opened(26);

    await Promise.all(
      Array.from({ length: 20 }, async (_, at) => {
        const dispatch = handleTopicJob(aDispatcher());
        for (const job of jobs.filter((__, index) => index % 20 === at)) await dispatch(job);
      }),
    );

    const held = heldBy(await all(26));
    expect(Math.max(...five.map((id) => held[id] ?? 0))).toBeLessThanOrEqual(4);
    const given = five.reduce((sum, id) => sum + (held[id] ?? 0), 0);
    expect(given + (held['nobody'] ?? 0)).toBe(26);
  }, 60_000);

  test.each(['before', 'after'] as const)(
    'ends the same when it dies %s any step, and takes one place only',
    async (moment) => {
      await people('agt_aaaa', 'agt_bbbb');
      let step = 0;
      for (let died = true; died; ) {
        step += 1;
        await Promise.all(['agt_aaaa', 'agt_bbbb'].map(there));
        const [job] = await opened(1, step);
        if (!job) throw new Error('no job');
        const { deps } = crashingAt<DispatchDeps>(aDispatcher(), step, moment);
        died = await handleTopicJob(deps)(job).then(
          () => false,
          () => true,
        );
        await handleTopicJob(aDispatcher())(job);

        const ticket = await load(step);
        const places = (await presence.list()).flatMap(({ agentId, pushed = [] }) =>
          pushed.map(({ ticketId }) => ({ agentId, ticketId })),
        );
        expect(ticket.acknowledgedAt).toBeDefined();
        expect(places).toEqual([{ agentId: ticket.assigneeId, ticketId: ticket.id }]);
      }
      expect(step).toBeGreaterThan(5);
    },
    60_000,
  );

  test('gives back a place of a hand-out that nobody finished, after two minutes', async () => {
    await people('agt_aaaa');
    const lost = Array.from({ length: 4 }, (_, at) => ({
      ticketId: `tkt_${at + 900}`,
      version: 2,
      channel: 'mail' as const,
      at: begin,
    }));
    const before = (await presence.load('agt_aaaa')) ?? expect.fail();
    await presence.save({ ...before, pushed: lost, version: before.version + 1 }, before.version);
    const [early, late] = await opened(2);

    await handleTopicJob(aDispatcher({ now: () => secondsLater(119) }))(early ?? expect.fail());
    await handleTopicJob(aDispatcher({ now: () => secondsLater(120) }))(late ?? expect.fail());

    expect((await load(1)).assigneeId).toBeUndefined();
    expect((await load(2)).assigneeId).toBe('agt_aaaa');
  });
});

describe('what waits on a line that hands out', () => {
  const backlog = (over: object = {}) => ({
    ...aDispatcher({ work: counted }),
    tickets,
    counters: {
      queues: async () => [
        { topic: 'payouts', active: 9, unassigned: 9, postponed: 0, breached: 0 },
      ],
    },
    now: () => secondsLater(600),
    ...over,
  });
  const drain = async (over: object = {}) =>
    drainBacklog(
      backlog(over),
      await loadLists(deskStore(table), { topics: ['payouts'], timeZone: 'UTC' }),
    );
  const dispatchAll = async (count: number) => {
    for (const job of await opened(count)) await handleTopicJob(aDispatcher())(job);
  };

  test('is handed out oldest first when somebody comes, as much as fits', async () => {
    await dispatchAll(7);
    await people('agt_aaaa');

    expect(await drain()).toBe(4);

    const given = (await all(7)).filter(({ assigneeId }) => assigneeId === 'agt_aaaa');
    expect(given.map(({ number }) => number)).toEqual([1, 2, 3, 4]);
  });

  test('is handed out once when two runs meet', async () => {
    await dispatchAll(9);
    await people('agt_aaaa', 'agt_bbbb');

    await Promise.all([drain(), drain(), drain()]);

    const held = heldBy(await all(9));
    expect(held['agt_aaaa']).toBeLessThanOrEqual(4);
    expect(held['agt_bbbb']).toBeLessThanOrEqual(4);
    // Places that the runs took from each other are free again two minutes later.
    await drain({ now: () => secondsLater(721) });
    expect(heldBy(await all(9))).toEqual({ agt_aaaa: 4, agt_bbbb: 4, nobody: 1 });
  });

  test('goes to somebody else than who let it lie', async () => {
    await people('agt_aaaa', 'agt_bbbb');
    const [job] = await opened(1);
    await handleTopicJob(aDispatcher())(job ?? expect.fail());
    const ticket = await load(1);
    const first = ticket.assigneeId ?? expect.fail();
    const data = { from: first, fromName: first, why: 'pushed' };
    await tickets.save({
      ticket: { ...ticket, assigneeId: undefined, hold: undefined, version: ticket.version + 1 },
      expects: ticket.version,
      entries: [
        {
          type: 'event',
          id: 'evt_0000000000000000lapse',
          ticketId: ticket.id,
          kind: 'lapsed',
          by: { kind: 'robot', name: 'Firstline' },
          occurredAt: secondsLater(300),
          data,
        },
      ],
    });

    await drain();

    expect((await load(1)).assigneeId).not.toBe(first);
    expect((await load(1)).assigneeId).toBeDefined();
  });

  test('costs a desk without such lines nothing', async () => {
    await deskStore(table).save('lines', [{ ...front, work: 'pull' }], 1);
    const desk = await loadLists(deskStore(table), { topics: ['payouts'], timeZone: 'UTC' });

    const { requests } = await table.meter.measure(() => drainBacklog(backlog(), desk));

    expect(requests).toBe(0);
  });
});

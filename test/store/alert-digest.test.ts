import { beforeAll, describe, expect, test } from 'vitest';
import { addressedData } from '../../functions/desk/alerts/addressed.ts';
import { defaultAlerts } from '../../functions/desk/defaults/alerts.ts';
import { agentStore } from '../../functions/dynamo/agents.ts';
import type { DeliverDeps } from '../../functions/entry/deliver/deliver-deps.ts';
import { handleOutbound } from '../../functions/entry/deliver/handle-outbound.ts';
import type { OutboundJob } from '../../schemas/queue.ts';
import { aDeliverer, type TestDeliverer } from '../make/a-deliverer.ts';
import { anAgent } from '../make/a-ticket.ts';
import { aTable, type TestTable } from './a-table.ts';
import { anAlertJob } from './an-alert-job.ts';

const most = 5;
const at = (seconds: number) =>
  new Date(Date.parse('2026-11-22T11:00:00.000Z') + seconds * 1000).toISOString();

let table: TestTable;
const people = ['a', 'b', 'c', 'd'].map((name) =>
  anAgent({ id: `agt_${name}`, email: `${name}@desk.example` }),
);
beforeAll(async () => {
  table = await aTable();
  for (const person of people) await agentStore(table).save({ ...person, subjects: [] }, 'new');
});

type Alerts = Partial<DeliverDeps['alerts']>;
const anOffice = (alerts: Alerts = {}) => {
  let now = at(0);
  const deliverer = aDeliverer(table, {
    answer: () => new Response('ok'),
    now: () => now,
    alerts: {
      policy: async () => ({ ...defaultAlerts, digestAbove: most }),
      secret: async () => ({ slackUrl: 'https://hooks.slack.com/services/T0/B0/xyz' }),
      ...alerts,
    },
  });
  const setTime = (time: string) => {
    now = time;
  };
  return { deliverer, setTime };
};

/** Every job once, ten at a time as deliver's consumers take them; those that want to come again. */
const takeAll = async (
  deps: TestDeliverer,
  jobs: readonly OutboundJob[],
  receiveCount = 1,
): Promise<readonly OutboundJob[]> => {
  const left: OutboundJob[] = [];
  const waiting = [...jobs];
  const consumer = async () => {
    for (let job = waiting.shift(); job; job = waiting.shift())
      try {
        await handleOutbound(deps)(job, { handle: 'r', receiveCount });
      } catch {
        left.push(job);
      }
  };
  await Promise.all(Array.from({ length: 10 }, consumer));
  return left;
};

const jobsTo = (agentId: string, { from, count }: { from: number; count: number }) =>
  Promise.all(
    Array.from({ length: count }, (_, index) =>
      anAlertJob(table, {
        number: from + index,
        data: addressedData({ screen: [], mail: [agentId], places: index % 5 ? [] : ['slack'] }),
      }),
    ),
  );
const numbersIn = (text: string) =>
  [...text.matchAll(/ticket (\d+)/g)].map(([, number]) => Number(number));
const said = ({ letters }: TestDeliverer) =>
  letters.map(({ raw }) => Buffer.from(raw).toString('latin1').replaceAll('=\r\n', ''));
const named = (texts: readonly string[]) => new Set(texts.flatMap(numbersIn));

describe('two hundred breaches at once', () => {
  test('are at most n + 1 messages to each target, which name every ticket', async () => {
    const jobs = await jobsTo('agt_a', { from: 1000, count: 200 });
    const { deliverer, setTime } = anOffice();

    const left = await takeAll(deliverer, jobs);
    const atOnce = [deliverer.letters.length, deliverer.requests.length];
    setTime(at(61));
    const still = await takeAll(deliverer, left, 2);
    setTime(at(200));
    const rest = await takeAll(deliverer, still, 3);

    expect([atOnce, left.length >= 200 - most]).toEqual([[most, most], true]);
    expect([deliverer.letters.length, deliverer.requests.length]).toEqual([most + 1, most + 1]);
    expect(rest).toEqual([]);
    expect(named(said(deliverer)).size).toBe(200);
    const inSlack = deliverer.requests.map(({ body }) => JSON.parse(String(body)).text as string);
    expect(named(inSlack).size).toBe(40);
  }, 60_000);
});

describe('a deliverer that dies', () => {
  /** The jobs come again at these seconds until none is left. */
  const comeAgain = async (
    { deliverer, setTime }: ReturnType<typeof anOffice>,
    jobs: readonly OutboundJob[],
  ) => {
    let left = jobs;
    for (const [index, seconds] of [61, 170, 280, 390].entries()) {
      setTime(at(seconds));
      left = await takeAll(deliverer, left, 2 + index);
    }
    return left;
  };
  /** Dies with the first thing it does, before or after it is done. */
  const aDeath = (when: 'before' | 'after') => {
    let isDead = false;
    return async <Answer>(act: () => Promise<Answer>): Promise<Answer> => {
      const dies = !isDead;
      isDead = true;
      if (dies && when === 'before') throw new Error('killed');
      const answer = await act();
      if (dies) throw new Error('killed');
      return answer;
    };
  };

  test.each([
    ['before the minute is closed', 'b', 2000, 'close', 'before'],
    ['between closing and telling', 'c', 3000, 'close', 'after'],
    ['before an alert is written down', 'd', 4000, 'enter', 'before'],
  ] as const)('%s loses no alert and tells none twice', async (_, name, from, line, when) => {
    const jobs = await jobsTo(`agt_${name}`, { from, count: 12 });
    const { store } = aDeliverer(table).alerts;
    const dies = aDeath(when);
    const dying: typeof store = {
      ...store,
      close: (minute) => (line === 'close' ? dies(() => store.close(minute)) : store.close(minute)),
      enter: (claim) => (line === 'enter' ? dies(() => store.enter(claim)) : store.enter(claim)),
    };
    const office = anOffice({ store: dying });

    const left = await comeAgain(office, await takeAll(office.deliverer, jobs));

    const numbers = said(office.deliverer).flatMap((text) => [...new Set(numbersIn(text))]);
    expect(left).toEqual([]);
    expect(numbers.toSorted()).toEqual(jobs.map(({ ticketId }) => Number(ticketId.slice(4))));
  });

  test('an alert that comes while the minute is being told goes into the next', async () => {
    const store = aDeliverer(table).alerts.store;
    const target = 'mail:late@desk.example';
    const line = {
      eventId: '',
      kind: 'breached',
      clock: '',
      dueAt: at(0),
      isLate: false,
      ticketId: 'tkt_1',
      number: 1,
      subject: '',
      topic: 'other',
    } as const;
    const enter = async (eventId: string, seconds: number) => {
      const claim = { eventId, target, now: at(seconds) };
      await store.claim({ ...claim, staleSeconds: 90 });
      return store.enter({ ...claim, most: 1, line: { ...line, eventId } });
    };
    await enter('evt_1', 0);
    const collected = await enter('evt_2', 1);

    const told = await store.close({ target, window: at(0) });
    // Its clock is slow: for it the minute still runs.
    const late = await enter('evt_3', 59);
    const again = await store.close({ target, window: at(0) });

    expect(collected).toEqual({ window: at(0), until: at(60) });
    expect([told, again].map((lines) => lines.map(({ eventId }) => eventId))).toEqual([
      ['evt_2'],
      ['evt_2'],
    ]);
    expect(late).toBe('go');
  });
});

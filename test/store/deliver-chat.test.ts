import { beforeEach, describe, expect, test } from 'vitest';
import { resendDelivery } from '../../functions/desk/delivery/outcome.ts';
import { reply } from '../../functions/desk/tickets/reply.ts';
import { healthStore } from '../../functions/dynamo/health.ts';
import { turnStore } from '../../functions/dynamo/turns.ts';
import type { DeliverDeps } from '../../functions/entry/deliver/deliver-deps.ts';
import { handleOutbound } from '../../functions/entry/deliver/handle-outbound.ts';
import { recordDelivery } from '../../functions/entry/record-delivery.ts';
import type { HookDelivery, OutboundJob } from '../../schemas/queue.ts';
import type { Delivery } from '../../schemas/timeline.ts';
import { aDeliverer } from '../make/a-deliverer.ts';
import { aBook } from '../make/a-desk.ts';
import { anAgent } from '../make/a-ticket.ts';
import { aTable, type TestTable } from './a-table.ts';
import { anAnswered } from './answered.ts';

const receipt = { handle: 'r1', receiveCount: 1 };
let table: TestTable;
beforeEach(async () => {
  table = await aTable();
});

let chats = 700;
/** A person's message to the bot and an agent's answer in the outbox. */
const anAnsweredChat = () => {
  const id = (chats += 1);
  const message = {
    message_id: 1,
    from: { id, is_bot: false, first_name: 'Ann' },
    chat: { id, type: 'private' },
    date: 1_795_341_600,
    text: 'Hi',
  };
  const update: HookDelivery = {
    kind: 'hook',
    channel: 'telegram',
    connectionId: 'bot',
    receivedAt: '2026-11-22T10:02:00.000Z',
    headers: {},
    body: Buffer.from(JSON.stringify({ update_id: id, message })).toString('base64'),
  };
  return anAnswered(table, update);
};
type Job = Awaited<ReturnType<typeof anAnsweredChat>>['job'];

const refusing = (code: number, description: string, parameters?: object) => () =>
  Response.json({ ok: false, error_code: code, description, parameters }, { status: code });

/** Delivers one job; what the queue is told stands in the deliverer. */
const deliver = async (job: Job, over: Parameters<typeof aDeliverer>[1] = {}) => {
  const deliverer = aDeliverer(table, over);
  await handleOutbound(deliverer)(job, receipt).catch(() => undefined);
  return deliverer;
};
const deliveryOf = async ({ tickets }: Pick<DeliverDeps, 'tickets'>, job: Job) => {
  const entry = await tickets.loadEntry({ ...job, id: job.messageId });
  return entry?.type === 'message' ? (entry.delivery as Delivery) : undefined;
};
const healthOf = async (id = 'bot') => (await healthStore(table).load(id))?.health;

describe('a person who blocked the bot', () => {
  test('is a delivery of its own, known on the card and told to the ticket', async () => {
    const { job, ticketId } = await anAnsweredChat();

    const deliverer = await deliver(job, { answer: refusing(403, 'bot was blocked by the user') });

    expect(await deliveryOf(deliverer, job)).toMatchObject({ state: 'blocked', permanent: true });
    const found = await deliverer.tickets.loadWithTimeline(ticketId, { limit: 50 });
    expect(found?.ticket.status).toBe('open');
    expect(found?.entries.at(-2)).toMatchObject({ kind: 'delivery-failed' });
    const customer = await deliverer.customers.findByIdentity({
      channel: 'telegram',
      connectionId: 'bot',
      externalId: String(chats),
    });
    expect(customer?.identities[0]?.blockedAt).toBe('2026-11-22T11:00:00.000Z');
    expect(await healthOf()).toBeUndefined();
  });

  test('is told again when a crash came before the ticket knew', async () => {
    const { job, ticketId } = await anAnsweredChat();
    const answer = refusing(403, 'Forbidden: bot was blocked by the user');
    const { tickets } = aDeliverer(table);
    const save = async (): Promise<never> => {
      throw new Error('crash');
    };
    await deliver(job, { answer, tickets: { ...tickets, save } });

    await deliver(job, { answer });

    expect((await tickets.load(ticketId))?.status).toBe('open');
  });
});

describe('a provider that asks for time', () => {
  test('gets it from this message and from all others of the connection', async () => {
    const [{ job }, { job: second }] = [await anAnsweredChat(), await anAnsweredChat()];
    const answer = refusing(429, 'Too Many Requests', { retry_after: 40 });

    const first = await deliver(job, { answer });
    const other = await deliver(second);

    expect(await deliveryOf(first, job)).toMatchObject({ state: 'queued', attempts: 1 });
    expect(first.shownAgain[0]).toBeGreaterThanOrEqual(40);
    expect(other.requests).toEqual([]);
    expect(other.later[0]?.seconds).toBeGreaterThanOrEqual(40);
    expect(await healthOf()).toBeUndefined();
  });
});

describe('a flood on one connection', () => {
  const rate = { perSecond: 25, burst: 25 };
  const flood = async (messages: number) => {
    const turns = turnStore(table);
    const now = '2026-11-22T11:00:00.000Z';
    for (let sent = 0; sent < messages; sent += 1)
      await turns.take({ connectionId: 'bot', rate, now });
  };

  test('puts a message into the row and lets mail leave at once', async () => {
    const { job } = await anAnsweredChat();
    const mail = await anAnswered(table);
    await flood(75);

    const waiting = await deliver(job);
    const free = await deliver(mail.job);

    expect(waiting.requests).toEqual([]);
    expect(await deliveryOf(waiting, job)).toMatchObject({ state: 'queued', attempts: 0 });
    expect(waiting.later).toMatchObject([{ seconds: 3, job: { turn: { attempts: 0 } } }]);
    expect(free.letters).toHaveLength(1);
  });

  test('sends it when its turn has come, without taking another', async () => {
    const { job } = await anAnsweredChat();
    await flood(50);
    const waiting = await deliver(job);
    await flood(100);
    const again = waiting.later[0]?.job;
    if (again?.kind !== 'message') throw new Error('nothing was put back');

    const sending = await deliver(again, { now: () => '2026-11-22T11:00:02.000Z' });

    expect(sending.later).toEqual([]);
    expect(await deliveryOf(sending, job)).toMatchObject({ state: 'sent' });
  });

  test('leaves no faster than the rate through five deliverers at once', async () => {
    const jobs = [];
    for (let count = 0; count < 60; count += 1) jobs.push((await anAnsweredChat()).job);
    let second = 0;
    const queue = jobs.map((job): { job: OutboundJob; at: number } => ({ job, at: 0 }));
    const sentAt: number[] = [];
    const handle = handleOutbound(
      aDeliverer(table, {
        now: () => new Date(Date.parse('2026-11-22T11:00:00.000Z') + second * 1000).toISOString(),
        putLater: async (job, seconds) => void queue.push({ job, at: second + seconds }),
        answer: () => {
          sentAt.push(second);
          return Response.json({ ok: true, result: { message_id: sentAt.length } });
        },
      }),
    );

    for (; queue.length > 0; second += 1) {
      const due = queue.splice(0).toSorted((a, b) => a.at - b.at);
      queue.push(...due.filter(({ at }) => at > second));
      const now = due.filter(({ at }) => at <= second).values();
      const work = async () => {
        for (const { job } of now) await handle(job, receipt);
      };
      await Promise.all([1, 2, 3, 4, 5].map(work));
    }

    const until = (last: number) => sentAt.filter((at) => at <= last).length;
    expect([until(0), until(1), until(2)]).toEqual([25, 50, 60]);
  });

  test('keeps a turn that lies further off than the queue can hide a job', async () => {
    const { job } = await anAnsweredChat();
    const turn = { at: '2026-11-22T12:00:00.000Z', attempts: 0 };

    const waiting = await deliver({ ...job, turn });

    expect(waiting.later).toEqual([{ seconds: 900, job: { ...job, turn } }]);
  });
});

describe('credentials the provider no longer takes', () => {
  test('are the connection’s state at once, and working again after a success', async () => {
    const [{ job }, { job: second }] = [await anAnsweredChat(), await anAnsweredChat()];

    const refused = await deliver(job, { answer: refusing(401, 'Unauthorized') });
    const revoked = await healthOf();
    await deliver(second, { now: () => '2026-11-22T11:05:00.000Z' });

    expect(await deliveryOf(refused, job)).toMatchObject({ state: 'failed', permanent: false });
    expect(revoked).toMatchObject({ state: 'revoked', error: 'telegram: 401 Unauthorized' });
    expect(await healthOf()).toMatchObject({ state: 'working', since: '2026-11-22T11:05:00.000Z' });
  });
});

describe('two answers into one chat', () => {
  test('leave in the order they were written', async () => {
    const { job, ticketId } = await anAnsweredChat();
    const { tickets } = aDeliverer(table);
    const ticket = await tickets.load(ticketId);
    if (!ticket) throw new Error('no ticket');
    const { change, message } = reply({
      ticket,
      by: anAgent(),
      clientId: 'c2',
      text: 'And one thing more.',
      answersId: ticket.lastPublicId,
      attachments: [],
      statusAfter: 'waiting',
      book: aBook(),
      now: '2026-11-22T10:59:30.000Z',
    });
    await tickets.save(change);
    const second = { ...job, messageId: message.id, occurredAt: message.occurredAt };

    const early = await deliver(second);
    await deliver(job);
    const late = await deliver(second);

    expect([early.requests, early.later]).toEqual([[], [{ job: second, seconds: 3 }]]);
    expect(await deliveryOf(late, second)).toMatchObject({ state: 'sent' });
  });
});

describe('a message that was sent again', () => {
  test('is not failed by what became of its first sending', async () => {
    const { job } = await anAnsweredChat();
    const first = await deliver(job);
    const key = `telegram|bot|out|${chats}:900`;
    const place = await first.outbox.findAlias(key);
    if (!place) throw new Error('no alias');
    await recordDelivery(first, place, { action: 'fail', error: 'too late' });
    const failed = await first.tickets.loadEntry(place);
    if (failed?.type !== 'message' || !failed.delivery) throw new Error('no message');
    const delivery = resendDelivery(failed.delivery, '2026-11-22T11:01:00.000Z');
    await first.outbox.moveDelivery({ message: { ...failed, delivery }, from: failed.delivery });
    const sent = { message_id: 901, chat: { id: chats } };
    await deliver(job, { answer: () => Response.json({ ok: true, result: sent }) });

    const late = await recordDelivery(first, place, { action: 'fail', error: 'too late' });
    const again = await first.outbox.findAlias(`telegram|bot|out|${chats}:901`);

    expect([late, again?.resends]).toEqual(['unchanged', 1]);
    expect(await deliveryOf(first, job)).toMatchObject({ state: 'sent', resends: 1 });
  });
});

describe('a channel whose repetitions are harmless', () => {
  test('is tried again where others would be unknown', async () => {
    const event = {
      type: 'message.created',
      id: 'ext-1',
      conversationId: 'c-1',
      sender: { id: 'u-1', name: 'Ivan' },
      text: 'Hi',
      occurredAt: '2026-11-22T10:00:00.000Z',
    };
    const { job } = await anAnswered(table, {
      kind: 'hook',
      channel: 'webhook',
      connectionId: 'shop',
      receivedAt: '2026-11-22T10:02:00.000Z',
      headers: { 'webhook-id': 'ext-1' },
      body: Buffer.from(JSON.stringify(event)).toString('base64'),
    });

    const deliverer = await deliver(job, {
      answer: () => {
        throw new Error('no answer');
      },
    });

    expect(await deliveryOf(deliverer, job)).toMatchObject({ state: 'queued' });
    expect(deliverer.shownAgain).toHaveLength(1);
  });
});

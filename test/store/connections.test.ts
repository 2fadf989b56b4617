import { beforeEach, describe, expect, test } from 'vitest';
import { healthStore } from '../../functions/dynamo/health.ts';
import { lookAfterConnections } from '../../functions/entry/clock/look-after-connections.ts';
import { handleOutbound } from '../../functions/entry/deliver/handle-outbound.ts';
import type { ConnectionHealth } from '../../schemas/connection-health.ts';
import type { OutboundJob } from '../../schemas/queue.ts';
import { aDeliverer, type TestDeliverer } from '../make/a-deliverer.ts';
import { aTable, type TestTable } from './a-table.ts';

const receipt = { handle: 'r1', receiveCount: 1 };
const askedAt = '2026-11-22T10:59:00.000Z';
let table: TestTable;
let health: ReturnType<typeof healthStore>;
beforeEach(async () => {
  table = await aTable();
  health = healthStore(table);
});

const known = async (over: Partial<ConnectionHealth> & { connectionId: string }) => {
  const state = { state: 'working', since: '2026-11-20T10:00:00.000Z' } as const;
  await health.save({ ...state, ...over }, 0);
};
const healthOf = async (id: string) => (await health.load(id))?.health;
const jobFor = (connectionId: string, want: 'check' | 'test'): OutboundJob => ({
  kind: 'connection',
  connectionId,
  want,
  requestedAt: askedAt,
});
const handle = async (job: OutboundJob, over: Parameters<typeof aDeliverer>[1] = {}) => {
  const deliverer: TestDeliverer = aDeliverer(table, over);
  await handleOutbound(deliverer)(job, receipt).catch(() => undefined);
  return deliverer;
};

describe('a check that was asked for', () => {
  test('says that the provider no longer takes our token, and since when', async () => {
    await known({ connectionId: 'bot', requestedAt: askedAt });
    const refuse = { ok: false, error_code: 401, description: 'Unauthorized' };

    await handle(jobFor('bot', 'check'), { answer: () => Response.json(refuse, { status: 401 }) });

    expect(await healthOf('bot')).toMatchObject({
      state: 'revoked',
      since: '2026-11-22T11:00:00.000Z',
      checkedAt: '2026-11-22T11:00:00.000Z',
    });
  });

  test('is done once, however often its job comes', async () => {
    await known({ connectionId: 'bot', requestedAt: askedAt });

    await handle(jobFor('bot', 'check'));
    const again = await handle(jobFor('bot', 'check'));

    expect(again.requests).toEqual([]);
  });

  test('leaves to traffic what nobody can be asked about', async () => {
    await known({ connectionId: 'support', state: 'failing', error: 'mail: paused' });

    await handle(jobFor('support', 'check'));

    const { state, error, checkedAt } = (await healthOf('support')) ?? {};
    expect([state, error, checkedAt]).toEqual([
      'failing',
      'mail: paused',
      '2026-11-22T11:00:00.000Z',
    ]);
  });
});

describe('a test that was asked for', () => {
  const asked = (connectionId: string, address: string) =>
    known({
      connectionId,
      test: { address, by: 'Olga', requestedAt: askedAt, state: 'queued', at: askedAt },
    });

  test('goes through the channel once and its end is shown', async () => {
    await asked('bot', '4711');

    const first = await handle(jobFor('bot', 'test'));
    const second = await handle(jobFor('bot', 'test'));

    expect(first.requests).toHaveLength(1);
    expect(second.requests).toEqual([]);
    expect((await healthOf('bot'))?.test).toMatchObject({ state: 'sent', address: '4711' });
  });

  test('by mail is an ordinary mail of the mailbox', async () => {
    await asked('support', 'olga@desk.example');

    const { letters } = await handle(jobFor('support', 'test'));

    expect(letters).toMatchObject([{ from: 'support@desk.example', to: ['olga@desk.example'] }]);
    expect(await healthOf('support')).toMatchObject({ state: 'working', test: { state: 'sent' } });
  });

  test('that fails says why', async () => {
    await asked('bot', '4711');
    const refuse = { ok: false, error_code: 400, description: 'Bad Request: chat not found' };

    await handle(jobFor('bot', 'test'), { answer: () => Response.json(refuse, { status: 400 }) });

    const { test: ended } = (await healthOf('bot')) ?? {};
    expect(ended).toMatchObject({ state: 'failed', error: expect.stringContaining('not found') });
  });
});

describe('the clock', () => {
  const connections = [{ id: 'bot' }, { id: 'shop' }, { id: 'support' }];
  const lookAt = (now: string) => lookAfterConnections({ health, connections, now: () => now });
  const askedOf = async () =>
    (await health.list()).flatMap(({ health: one }) => one.requestedAt ?? []);

  test('asks nothing of connections that are new', async () => {
    await lookAt('2026-11-22T10:00:00.000Z');
    await lookAt('2026-11-22T10:59:00.000Z');

    expect(await health.list()).toHaveLength(3);
    expect(await askedOf()).toEqual([]);
  });

  test('asks daily of those that work and hourly of the others', async () => {
    const checkedAt = '2026-11-22T10:00:00.000Z';
    await known({ connectionId: 'bot', checkedAt });
    await known({ connectionId: 'shop', state: 'revoked', checkedAt });
    await known({ connectionId: 'support', state: 'not-set-up', checkedAt });

    await lookAt('2026-11-22T11:00:00.000Z');

    expect((await healthOf('bot'))?.requestedAt).toBeUndefined();
    expect((await healthOf('shop'))?.requestedAt).toBe('2026-11-22T11:00:00.000Z');
    expect((await healthOf('support'))?.requestedAt).toBe('2026-11-22T11:00:00.000Z');
    await lookAt('2026-11-23T10:00:00.000Z');
    expect((await healthOf('bot'))?.requestedAt).toBe('2026-11-23T10:00:00.000Z');
  });
});

describe('a pressed button', () => {
  const press = (id: string): OutboundJob => ({
    kind: 'postback',
    channel: 'telegram',
    receivedAt: askedAt,
    answer: { connectionId: 'bot', id, data: {} },
  });

  test('is answered by its provider’s own call', async () => {
    const { requests } = await handle(press('cq-1'), {
      answer: () => Response.json({ ok: true, result: true }),
    });

    expect(requests[0]?.url).toMatch(/\/answerCallbackQuery$/);
    expect(JSON.parse(String(requests[0]?.body))).toEqual({ callback_query_id: 'cq-1' });
  });

  test('is let go when it is too old, and tried again while the provider is down', async () => {
    const old = { ok: false, error_code: 400, description: 'Bad Request: query is too old' };
    const down = { ok: false, error_code: 502, description: 'Bad Gateway' };

    const late = await handle(press('cq-2'), { answer: () => Response.json(old) });
    const early = await handle(press('cq-3'), { answer: () => Response.json(down) });

    expect([late.shownAgain, early.shownAgain]).toEqual([[], [3]]);
  });
});

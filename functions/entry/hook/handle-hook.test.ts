import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { describe, expect, test } from 'vitest';
import { HookDelivery } from '../../../schemas/queue.ts';
import { testConnections } from '../../../test/make/an-intake.ts';
import { memoryFiles } from '../../../test/make/memory-files.ts';
import { signedHeaders } from '../../channels/webhook/standard-webhooks.ts';
import { handleHook } from './handle-hook.ts';
import type { HookDeps } from './hook-deps.ts';

const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const now = 1_795_341_600_000;

type Hook = HookDeps & { readonly stored: string[]; readonly raw: ReturnType<typeof memoryFiles> };

const aHook = (over: Partial<HookDeps> = {}): Hook => {
  const stored: string[] = [];
  return {
    stored,
    connections: testConnections,
    appUrl: 'https://app.example',
    secretOf: async (id) =>
      id === 'bot' ? { botToken: '', webhookSecrets: ['new', 'old'] } : { secrets: [secret] },
    enqueue: async (body) => void stored.push(body),
    now: () => now,
    ...over,
    raw: memoryFiles(),
  };
};

const asking = (
  path: string,
  { body = '{}', headers = {}, base64 = false, method = 'POST' } = {},
): APIGatewayProxyEventV2 =>
  ({
    rawPath: path,
    rawQueryString: '',
    headers,
    isBase64Encoded: base64,
    body: base64 ? Buffer.from(body).toString('base64') : body,
    requestContext: { http: { method } },
  }) as unknown as APIGatewayProxyEventV2;

const telegram = (token: string, body?: string) =>
  asking('/hooks/telegram/bot', {
    headers: { 'X-Telegram-Bot-Api-Secret-Token': token },
    ...(body !== undefined && { body }),
  });

const message = JSON.stringify({
  type: 'message.created',
  id: 'ext-1',
  conversationId: 'c1',
  sender: { id: 'u1', name: 'Änn' },
  text: 'Hello',
  occurredAt: '2026-11-22T10:00:00Z',
});
const webhook = (body: string, over: Record<string, string> = {}, base64 = true) =>
  asking('/hooks/webhook/shop', {
    body,
    base64,
    headers: { ...signedHeaders([secret], { id: 'wh_1', body: Buffer.from(body), now }), ...over },
  });

const statusOf = async (hook: Hook, event: APIGatewayProxyEventV2) =>
  (await handleHook(hook)(event)).statusCode;

describe('a hook', () => {
  test.each(['new', 'old'])('takes a Telegram update under the %s secret', async (token) => {
    const hook = aHook();

    expect(await statusOf(hook, telegram(token, '{"update_id":1}'))).toBe(200);

    const job = HookDelivery.parse(JSON.parse(hook.stored[0] ?? ''));
    expect(job).toMatchObject({ channel: 'telegram', connectionId: 'bot' });
    expect(Buffer.from(job.body ?? '', 'base64').toString()).toBe('{"update_id":1}');
  });

  test('answers a webhook with its id, over exactly the bytes that came', async () => {
    const hook = aHook();

    const answer = await handleHook(hook)(webhook(message));

    expect(answer).toMatchObject({ statusCode: 202, body: '{"id":"wh_1"}' });
    expect(JSON.parse(hook.stored[0] ?? '')).toMatchObject({ headers: { 'webhook-id': 'wh_1' } });
  });

  test('keeps a large body in the bucket and its name in the queue', async () => {
    const hook = aHook();

    await handleHook(hook)(
      telegram('new', JSON.stringify({ update_id: 1, x: 'y'.repeat(200_000) })),
    );

    const job = HookDelivery.parse(JSON.parse(hook.stored[0] ?? ''));
    expect(job.body).toBeUndefined();
    expect(hook.raw.keys()).toEqual([job.bodyKey]);
  });

  test.each([
    ['401 without a secret', asking('/hooks/telegram/bot'), 401],
    ['403 with a wrong secret', telegram('guess'), 403],
    ['401 for a forged webhook', webhook(message, { 'webhook-signature': 'v1,AAAA' }), 401],
    ['401 for a replayed one', webhook(message, { 'webhook-timestamp': '1614265330' }), 401],
    ['400 for a body of another shape', webhook('{"type":"message.created"}'), 400],
    ['405 for another method', asking('/hooks/telegram/bot', { method: 'GET' }), 405],
    ['413 for a body too large', telegram('new', 'x'.repeat(5_000_000)), 413],
    ['404 for an unknown connection', asking('/hooks/telegram/nobody'), 404],
    ['404 for a connection of another channel', asking('/hooks/telegram/support'), 404],
    ['404 for a channel without hooks', asking('/hooks/mail/support'), 404],
  ])('answers %s and stores nothing', async (_name, event, status) => {
    const hook = aHook();

    expect(await statusOf(hook, event)).toBe(status);
    expect(hook.stored).toEqual([]);
  });

  test.each([
    [
      'the queue',
      {
        enqueue: async () => {
          throw new Error('down');
        },
      },
    ],
    [
      'the secret',
      {
        secretOf: async () => {
          throw new Error('down');
        },
      },
    ],
  ])('answers 503 when %s is down, so that the channel comes again', async (_name, over) => {
    expect(await statusOf(aHook(over), telegram('new'))).toBe(503);
  });

  test('takes nothing before the secret is filled in', async () => {
    const blank = aHook({
      secretOf: async () => ({ botToken: '', webhookSecrets: [], secrets: [] }),
    });

    expect(await statusOf(blank, telegram(''))).toBe(403);
    expect(await statusOf(blank, webhook(message))).toBe(401);
  });
});

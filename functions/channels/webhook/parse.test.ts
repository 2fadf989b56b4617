import { describe, expect, test } from 'vitest';
import type { Connection } from '../../../schemas/connection.ts';
import type { HookInput } from '../hook-delivery.ts';
import { parseWebhook } from './parse.ts';

const shop: Connection = { id: 'shop', channel: 'webhook', name: 'Shop', topic: 'other' };
const message = {
  type: 'message.created',
  id: 'ext-1',
  conversationId: 'c1',
  sender: { id: 'u1', name: 'Ann' },
  text: 'Hello\r\n',
  attachments: [{ url: 'https://files.example/a.png', name: 'a.png', mime: 'image/png' }],
  occurredAt: '2026-11-22T12:00:00+02:00',
};
const given = (body: object, connection: Connection = shop): HookInput => ({
  connection,
  headers: { 'webhook-id': 'wh_1' },
  body: Buffer.from(JSON.stringify(body)),
  receivedAt: '2026-11-22T10:00:05.000Z',
});

describe('a webhook', () => {
  test('is a message of its conversation, known again by its delivery’s id', async () => {
    const [found] = (await parseWebhook(given(message))).incoming;

    expect(found?.inbound).toMatchObject({
      idempotencyKey: 'webhook|shop|in|wh_1',
      pointers: ['webhook|shop|chat|c1'],
      sender: { externalId: 'u1', name: 'Ann' },
      text: 'Hello',
      occurredAt: '2026-11-22T10:00:00.000Z',
    });
    expect(found?.files).toMatchObject([{ ref: 'https://files.example/a.png', name: 'a.png' }]);
  });

  test.each([
    ['is acknowledged where answers go', { ...shop, replyUrl: 'https://shop.example/r' }, true],
    ['is not acknowledged when there is no such place', shop, false],
  ])('%s', async (_name, connection, mayAcknowledge) => {
    const [found] = (await parseWebhook(given(message, connection))).incoming;

    expect(found?.inbound.mayAcknowledge).toBe(mayAcknowledge);
  });

  test('has our time when its own cannot be', async () => {
    const [found] = (await parseWebhook(given({ ...message, occurredAt: '0001-01-01T00:00:00Z' })))
      .incoming;

    expect(found?.inbound.occurredAt).toBe('2026-11-22T10:00:05.000Z');
  });

  test('of a kind we do not know is counted', async () => {
    expect(await parseWebhook(given({ type: 'message.read' }))).toEqual({
      incoming: [],
      ignored: ['webhook.event-unknown'],
    });
  });
});

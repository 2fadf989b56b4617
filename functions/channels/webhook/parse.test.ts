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
    expect(await parseWebhook(given({ type: 'order.paid' }))).toEqual({
      incoming: [],
      ignored: ['webhook.event-unknown'],
    });
  });

  test.each([
    ['message.updated', { text: 'Hi' }, { kind: 'edited', text: 'Hi' }, 'in|message:ext-1'],
    ['message.deleted', {}, { kind: 'deleted' }, 'in|message:ext-1'],
    ['message.read', {}, { kind: 'receipt', receipt: 'read' }, 'out|ext-1'],
    ['message.delivered', {}, { kind: 'receipt', receipt: 'delivered' }, 'out|ext-1'],
  ])('%s tells of a message that is there', async (type, over, event, key) => {
    const occurredAt = '2026-11-22T10:00:00Z';

    const found = await parseWebhook(given({ type, id: 'ext-1', occurredAt, ...over }));

    expect(found.events).toEqual([
      { ...event, keys: [`webhook|shop|${key}`], at: '2026-11-22T10:00:00.000Z' },
    ]);
  });

  test('says what its sender typed, and proves nothing by it', async () => {
    const sender = { id: 'u1', name: 'Ann', email: 'Ann@c.example', phone: '+49 (30) 123-456' };

    const [found] = (await parseWebhook(given({ ...message, sender }))).incoming;

    expect(found?.inbound.typed).toEqual(['ann@c.example', '+4930123456']);
  });
});

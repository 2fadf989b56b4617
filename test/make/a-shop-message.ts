import type { HookDelivery } from '../../schemas/queue.ts';

/** A customer's message by the shop's signed webhook, verified already; the same id whatever it says. */
export const aShopMessage = (text = 'Where is it?'): HookDelivery => ({
  kind: 'hook',
  channel: 'webhook',
  connectionId: 'shop',
  receivedAt: '2026-11-22T10:00:00.000Z',
  headers: { 'webhook-id': 'wh_1' },
  body: Buffer.from(
    JSON.stringify({
      type: 'message.created',
      id: 'ext-1',
      conversationId: 'order-7',
      sender: { id: 'u1', name: 'Ann' },
      text,
      occurredAt: '2026-11-22T10:00:00Z',
    }),
  ).toString('base64'),
});

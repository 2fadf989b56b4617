import { describe, expect, test } from 'vitest';
import { signatureFault } from '../../functions/channels/webhook/standard-webhooks.ts';
import { handleOutbound } from '../../functions/entry/deliver/handle-outbound.ts';
import { aDeliverer } from '../make/a-deliverer.ts';
import { aShopMessage } from '../make/a-shop-message.ts';
import { aTable } from './a-table.ts';
import { anAnswered } from './answered.ts';

const asked = aShopMessage();
const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';

describe('an answer to a signed webhook', () => {
  test('is posted to the connection, signed, under the message’s id', async () => {
    const table = await aTable();
    const { job, message } = await anAnswered(table, asked);
    let headers: Record<string, string> = {};
    let body: Uint8Array = Buffer.alloc(0);
    const deliverer = aDeliverer(table, {
      fetch: async (_url, init) => {
        headers = init?.headers as Record<string, string>;
        body = init?.body as Uint8Array;
        return new Response(null, { status: 202 });
      },
    });

    await handleOutbound(deliverer)(job, { handle: 'r', receiveCount: 1 });

    const now = Date.parse('2026-11-22T11:00:00.000Z');
    expect(signatureFault({ headers, body }, [secret], now)).toBeUndefined();
    expect(headers['webhook-id']).toBe(message.id);
    expect(JSON.parse(Buffer.from(body).toString())).toMatchObject({
      conversationId: 'order-7',
      inReplyTo: 'ext-1',
      text: 'Here it is.',
    });
    expect(await deliverer.tickets.loadEntry({ ...job, id: message.id })).toMatchObject({
      delivery: { state: 'sent' },
    });
  });

  test.each([
    [410, 'blocked', []],
    [400, 'failed', []],
    [503, 'queued', [5]],
  ])('that is answered %i is %s', async (status, state, shownAgain) => {
    const table = await aTable();
    const { job, message } = await anAnswered(table, asked);
    const deliverer = aDeliverer(table, { answer: () => new Response(null, { status }) });

    await handleOutbound(deliverer)(job, { handle: 'r', receiveCount: 1 }).catch(() => undefined);

    expect(await deliverer.tickets.loadEntry({ ...job, id: message.id })).toMatchObject({
      delivery: { state },
    });
    expect(deliverer.shownAgain.map((seconds) => Math.floor(seconds / 1.2))).toEqual(shownAgain);
  });
});

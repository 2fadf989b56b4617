import { randomUUID } from 'node:crypto';
import { deliveryKey } from '../../../functions/channels/pointers.ts';
import { signedHeaders } from '../../../functions/channels/webhook/standard-webhooks.ts';
import { type Driven, drive, driveAtRate } from '../load/drive.ts';
import { untilQuiet } from '../load/until-quiet.ts';
import { untilTaken } from '../load/until-taken.ts';
import type { Measurement } from '../measurement.ts';
import type { Stand } from '../stand/start-stand.ts';
import { asLatency, asRate, observed } from './observed.ts';

const connection = 'shop-webhook';

/** Posts one signed message of a new conversation; answers its idempotency key. */
async function post({ visitor, webhookSecret }: Stand): Promise<string> {
  const id = randomUUID();
  const body = JSON.stringify({
    type: 'message.created',
    id,
    conversationId: `order-${id}`,
    sender: { id: `customer-${id}`, name: 'Maria Ivanova' },
    subject: 'Cashback for a laptop',
    text: 'Three weeks ago I bought a laptop through your service; when may I expect the cashback?',
    occurredAt: new Date().toISOString(),
  });
  const signed = { id, body: Buffer.from(body), now: Date.now() };
  await visitor.post(`/hooks/webhook/${connection}`, body, signedHeaders([webhookSecret], signed));
  return deliveryKey('webhook', connection, id);
}

async function postMany(
  stand: Stand,
  load: { count: number; concurrency: number },
): Promise<{ accepted: Driven; taken: Driven }> {
  const keys: string[] = [];
  const startedAt = performance.now();
  const accepted = await drive(load, async () => keys.push(await post(stand)));
  await untilTaken(stand.table, keys);
  return { accepted, taken: { ...accepted, seconds: (performance.now() - startedAt) / 1_000 } };
}

export const webhookRates: Measurement = {
  name: 'webhook',
  run: async function* (stand, scale) {
    await postMany(stand, { count: scale(200), concurrency: 4 });
    for (const concurrency of [1, 4, 16]) {
      await untilQuiet(stand);
      const posted = await observed(stand, () =>
        postMany(stand, { count: scale(300), concurrency }),
      );
      yield asRate(`webhook.accepted.c${concurrency}`, {
        ...posted,
        result: posted.result.accepted,
      });
      yield asRate(`webhook.taken.c${concurrency}`, { ...posted, result: posted.result.taken });
    }
    await untilQuiet(stand);
    const load = { count: scale(200), perSecond: 20 };
    const steady = await observed(stand, () => driveAtRate(load, () => post(stand)));
    yield asLatency('webhook.accepted.at-20', steady);
  },
};

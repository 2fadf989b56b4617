import { createHash } from 'node:crypto';
import type { HookDelivery } from '../../../schemas/queue.ts';
import type { HookDeps } from './hook-deps.ts';

/** Base64 and the frame around it must stay under a queue message's 256 KB (the quota before August 2025). */
const inlineBytesMax = 150 * 1024;

type Delivery = Pick<HookDelivery, 'channel' | 'connectionId' | 'headers'> & {
  readonly body: Uint8Array;
};

/** Makes a verified request durable: on the queue, large ones in the bucket first. Repeating it stores the same object. */
export async function storeDelivery(
  deps: HookDeps,
  { body, ...delivery }: Delivery,
): Promise<void> {
  const receivedAt = new Date(deps.now()).toISOString();
  const job: HookDelivery = { kind: 'hook', ...delivery, receivedAt };
  if (body.length <= inlineBytesMax) {
    await deps.enqueue(JSON.stringify({ ...job, body: Buffer.from(body).toString('base64') }));
    return;
  }
  const hash = createHash('sha256').update(body).digest('hex');
  const bodyKey = `hook/${delivery.connectionId}/${hash}`;
  await deps.raw.put(bodyKey, body, 'application/octet-stream');
  await deps.enqueue(JSON.stringify({ ...job, bodyKey }));
}

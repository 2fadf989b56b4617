import type { Message } from '../../../schemas/timeline.ts';
import type { SendResult } from '../../channels/outgoing.ts';
import { moveDelivery } from '../../desk/delivery/outcome.ts';
import type { DeliveryAction } from '../../desk/delivery/states.ts';
import { log } from '../../observe/log.ts';
import { metric } from '../../observe/metric.ts';
import { recordDelivery } from '../record-delivery.ts';
import { attemptsMax, waitSeconds } from './backoff.ts';
import type { DeliverDeps } from './deliver-deps.ts';
import { again, finished, type Next } from './next.ts';

/** Records what became of a claimed message. Aliases come first: an answer or event must find what is called sent. */
export async function settle(
  deps: DeliverDeps,
  message: Message,
  result: SendResult,
): Promise<Next> {
  const { ticketId, id, channel, occurredAt } = message;
  const attempts = message.delivery?.attempts ?? 0;
  log.info('deliver.message.settled', {
    ticketId,
    messageId: id,
    channel,
    attempts,
    outcome: result.kind,
  });
  metric({
    name: 'MessagesSent',
    value: 1,
    dimensions: { Channel: channel, Outcome: result.kind },
  });
  const place = { ticketId, id, occurredAt };
  if (result.kind === 'sent') {
    await Promise.all(result.pointers.map((key) => deps.outbox.putAlias({ key, place })));
    await move(deps, message, 'sent', { providerId: result.providerId?.slice(0, 255) });
    return finished;
  }
  const error = result.error.slice(0, 500);
  if (result.kind === 'retry' && attempts < attemptsMax) {
    await move(deps, message, 'retry', { error });
    const spread = Number.parseInt(id.slice(-2), 36) / 1296;
    return again(waitSeconds(attempts, result.afterSeconds, spread));
  }
  if (result.kind === 'unknown') {
    await move(deps, message, 'lose', { error });
    return finished;
  }
  const permanent = result.kind === 'failed' ? result.permanent : result.kind !== 'retry';
  await recordDelivery(deps, place, { action: 'fail', error, permanent });
  return finished;
}

/** From the claim that only this deliverer holds, so nobody else can have moved it but an event that knows more. */
async function move(
  deps: DeliverDeps,
  message: Message,
  action: DeliveryAction,
  learned: { readonly providerId?: string; readonly error?: string },
): Promise<void> {
  const from = message.delivery;
  if (!from) return;
  const known = Object.fromEntries(
    Object.entries(learned).filter(([, value]) => value !== undefined),
  );
  const delivery = moveDelivery(from, action, { now: deps.now(), ...known });
  if (!delivery) return;
  const saved = await deps.outbox.moveDelivery({ message: { ...message, delivery }, from });
  if (saved === 'stale')
    log.warn('deliver.record.stale', { ticketId: message.ticketId, messageId: message.id, action });
}

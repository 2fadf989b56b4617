import type { Delivery, Message } from '../../../schemas/timeline.ts';
import type { SendResult } from '../../channels/outgoing.ts';
import { capabilities } from '../../channels/registry/capabilities.ts';
import { moveDelivery } from '../../desk/delivery/outcome.ts';
import type { DeliveryAction } from '../../desk/delivery/states.ts';
import { log } from '../../observe/log.ts';
import { metric } from '../../observe/metric.ts';
import { type DeliveryNews, recordDelivery } from '../record-delivery.ts';
import { attemptsMax, waitSeconds } from './backoff.ts';
import type { DeliverDeps } from './deliver-deps.ts';
import { newsOf } from './news-of.ts';
import { again, finished, type Next } from './next.ts';
import { noteBlocked } from './note-blocked.ts';

/** Records what became of a claimed message, and what that says of its connection. */
export async function settle(
  deps: DeliverDeps,
  message: Message,
  result: SendResult,
): Promise<Next> {
  const attempts = message.delivery?.attempts ?? 0;
  tell(message, result);
  const next = await record(deps, message, asRepeatable(message, result), attempts);
  const news = newsOf(result, attempts);
  if (news) await deps.health.note(message.connectionId, news);
  return next;
}

function tell({ ticketId, id, channel, delivery }: Message, { kind: outcome }: SendResult): void {
  const attempts = delivery?.attempts ?? 0;
  log.info('deliver.message.settled', { ticketId, messageId: id, channel, attempts, outcome });
  metric({
    name: 'MessagesSent',
    value: 1,
    dimensions: { Channel: channel, Outcome: outcome },
  });
}

/** A channel that takes a repetition once needs no person to decide whether to send again. */
const asRepeatable = ({ channel }: Message, result: SendResult): SendResult =>
  result.kind === 'unknown' && capabilities[channel].isIdempotent
    ? { ...result, kind: 'retry' }
    : result;

async function record(
  deps: DeliverDeps,
  message: Message,
  result: SendResult,
  attempts: number,
): Promise<Next> {
  const { ticketId, id, occurredAt } = message;
  const place = { ticketId, id, occurredAt };
  if (result.kind === 'sent') {
    // Aliases come first: an answer or event must find what is called sent.
    const sending = { ...place, resends: message.delivery?.resends ?? 0 };
    await Promise.all(result.pointers.map((key) => deps.outbox.putAlias({ key, place: sending })));
    const { providerId, remark } = result;
    await move(deps, message, 'sent', {
      providerId: providerId?.slice(0, 255),
      remark: remark?.slice(0, 300),
    });
    return finished;
  }
  const error = result.error.slice(0, 500);
  if (result.kind === 'retry' && attempts < attemptsMax) {
    await move(deps, message, 'retry', { error });
    const seconds = waitSeconds(attempts, result.afterSeconds, spreadOf(id));
    if (result.isForAll) await closeRow(deps, message, seconds);
    return again(seconds);
  }
  if (result.kind === 'unknown') {
    await Promise.all((result.pointers ?? []).map((key) => deps.outbox.putAlias({ key, place })));
    await recordDelivery(deps, place, { action: 'lose', error });
    return finished;
  }
  if (result.kind === 'blocked') await noteBlocked(deps, message);
  await recordDelivery(deps, place, { ...endOf(result), error });
  return finished;
}

const spreadOf = (id: string) => Number.parseInt(id.slice(-2), 36) / 1296;

/** How a message ends that did not leave; the customer or an operator can change each, so each is its own state. */
function endOf(result: Exclude<SendResult, { kind: 'sent' | 'unknown' }>): DeliveryNews {
  if (result.kind === 'blocked') return { action: 'block', permanent: true };
  if (result.kind === 'window-closed') return { action: 'close-window', permanent: false };
  return { action: 'fail', permanent: result.kind === 'failed' && result.permanent };
}

/** Where nothing limits the connection there is no row; each message then learns the provider's wish by itself. */
async function closeRow(
  deps: DeliverDeps,
  { channel, connectionId }: Message,
  seconds: number,
): Promise<void> {
  const { rate } = capabilities[channel];
  if (!rate) return;
  const until = new Date(Date.parse(deps.now()) + seconds * 1000).toISOString();
  await deps.turns.close({ connectionId, rate, until });
}

/** From the claim that only this deliverer holds, so nobody else can have moved it but an event that knows more. */
async function move(
  deps: DeliverDeps,
  message: Message,
  action: DeliveryAction,
  learned: Pick<Delivery, 'providerId' | 'error' | 'remark'>,
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

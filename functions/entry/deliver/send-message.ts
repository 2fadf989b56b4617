import type { OutboundJob } from '../../../schemas/queue.ts';
import type { Delivery, Message } from '../../../schemas/timeline.ts';
import type { SendResult } from '../../channels/outgoing.ts';
import { capabilities } from '../../channels/registry/capabilities.ts';
import { senders } from '../../channels/registry/senders.ts';
import { isBehind } from '../../desk/delivery/order.ts';
import { moveDelivery } from '../../desk/delivery/outcome.ts';
import type { EntryPlace } from '../../desk/stores.ts';
import { log } from '../../observe/log.ts';
import { type DeliveryNews, loadSent, recordDelivery } from '../record-delivery.ts';
import type { DeliverDeps } from './deliver-deps.ts';
import { draftLetter } from './draft-letter.ts';
import { type Loaded, loadOutgoing } from './load-outgoing.ts';
import { again, finished, type Next } from './next.ts';
import { settle } from './settle.ts';
import { takeTurn } from './take-turn.ts';

/**
 * No deliverer lives longer: its function is stopped after 60 s. A claim that is older was left behind by a crash
 * between sending and recording.
 */
const claimSeconds = 90;

/** How soon a message looks again whether the one before it has left. */
const behindSeconds = 3;

type MessageJob = Extract<OutboundJob, { kind: 'message' }>;

/** States of a message that never left or may not have, of which the ticket must know. */
const endings: Partial<Record<Delivery['state'], DeliveryNews['action']>> = {
  failed: 'fail',
  unknown: 'lose',
  blocked: 'block',
  'window-closed': 'close-window',
};

/**
 * Sends one message of the outbox at most once: claims it on condition that nobody did, sends, records. Jobs that are
 * repeated or late find another state and do nothing.
 */
export async function sendMessage(deps: DeliverDeps, job: MessageJob): Promise<Next> {
  const place: EntryPlace = {
    ticketId: job.ticketId,
    occurredAt: job.occurredAt,
    id: job.messageId,
  };
  const message = await loadSent(deps.tickets, place);
  const delivery = message?.delivery;
  if (!message || !delivery) {
    log.warn('deliver.message.missing', { ticketId: place.ticketId, messageId: place.id });
    return finished;
  }
  if (message.channel === 'letter') return draftLetter(deps, message);
  if (delivery.state === 'sending') return claimedBefore(deps, message, delivery);
  // A crash may have come between recording the failure and telling the ticket; telling it twice changes nothing.
  const ended = endings[delivery.state];
  if (ended) await recordDelivery(deps, place, { action: ended });
  if (delivery.state !== 'queued') return finished;
  const waiting = await takeTurn(deps, job, message);
  if (waiting) return waiting;

  const loaded = await loadOutgoing(deps, message);
  if (!loaded) {
    await recordDelivery(deps, place, { action: 'fail', error: 'the connection was removed' });
    return finished;
  }
  const { fileBytesOut, isConversation } = capabilities[message.channel];
  if (isConversation && isBehind(message, loaded.entries, deps.now())) {
    await deps.putLater(job, behindSeconds);
    return finished;
  }
  if (message.attachments.some(({ size }) => size > fileBytesOut)) {
    const error = `a file is larger than the ${fileBytesOut} bytes that ${message.channel} takes`;
    await recordDelivery(deps, place, { action: 'fail', error, permanent: true });
    return finished;
  }
  const claimed = await claim(deps, message, delivery);
  // Another deliverer has it, or it is ours and the answer was lost: a look after the claim's time tells.
  if (!claimed) return again(claimSeconds);
  const result = await send(loaded);
  return settle(deps, claimed, result);
}

/** Race: two jobs of one message. The condition on state and attempts lets one of them send. */
async function claim(
  deps: DeliverDeps,
  message: Message,
  from: Delivery,
): Promise<Message | undefined> {
  const delivery = moveDelivery(from, 'claim', { now: deps.now() });
  if (!delivery) return undefined;
  const claimed = { ...message, delivery };
  const saved = await deps.outbox.moveDelivery({ message: claimed, from });
  return saved === 'saved' ? claimed : undefined;
}

/** What a channel throws came after the claim, perhaps after the request left: the outcome is not known. */
async function send({ outgoing, ports }: Loaded): Promise<SendResult> {
  try {
    return await senders[outgoing.message.channel](outgoing, ports);
  } catch (error) {
    log.error('deliver.send.threw', { messageId: outgoing.message.id }, error);
    return { kind: 'unknown', error: error instanceof Error ? error.name : 'error' };
  }
}

/** Another deliverer is at it, or died at it. Only a channel that takes a repetition once is tried again. */
async function claimedBefore(
  deps: DeliverDeps,
  message: Message,
  delivery: Delivery,
): Promise<Next> {
  const ageSeconds = (Date.parse(deps.now()) - Date.parse(delivery.at)) / 1000;
  if (ageSeconds < claimSeconds) return again(Math.ceil(claimSeconds - ageSeconds));
  const error = 'the sender stopped before it knew the outcome';
  return settle(
    deps,
    message,
    capabilities[message.channel].isIdempotent
      ? { kind: 'retry', error }
      : { kind: 'unknown', error },
  );
}

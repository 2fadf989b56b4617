import type { OutboundJob } from '../../../schemas/queue.ts';
import type { DeliveryState, TimelineEntry } from '../../../schemas/timeline.ts';
import type { StreamChange } from '../../dynamo/stream-change.ts';

/**
 * What deliver must do because of a change: a message that became ready to send, a warning or breach to announce.
 * Deliver claims each, so telling it twice sends nothing twice.
 */
export const outboundJobOf = (change: StreamChange): OutboundJob | undefined => {
  if (change.kind !== 'entry' || !change.after) return undefined;
  const { ticketId, after, before } = change;
  const place = { ticketId, occurredAt: after.occurredAt };
  if (isReady(after, before)) return { kind: 'message', messageId: after.id, ...place };
  if (isAlert(after) && !before) return { kind: 'alert', eventId: after.id, ...place };
  return undefined;
};

const deliveryState = (entry: TimelineEntry | undefined): DeliveryState | undefined =>
  entry?.type === 'message' ? entry.delivery?.state : undefined;

/**
 * New in the outbox, or put there again by an agent. Back from `sending` is a retry, which deliver's own queue holds
 * already with the provider's delay.
 */
const isReady = (after: TimelineEntry, before: TimelineEntry | undefined): boolean => {
  const was = deliveryState(before);
  return deliveryState(after) === 'queued' && was !== 'queued' && was !== 'sending';
};

/** A warning found together with its breach is recorded, not announced. */
export const isAlert = (entry: TimelineEntry): boolean =>
  entry.type === 'event' &&
  (entry.kind === 'warned' || entry.kind === 'breached') &&
  entry.data['announce'] !== false;

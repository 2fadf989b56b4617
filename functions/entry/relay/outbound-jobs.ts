import type { OutboundJob } from '../../../schemas/queue.ts';
import type { DeliveryState, Message, TimelineEntry } from '../../../schemas/timeline.ts';
import { isToBeTold } from '../../desk/alerts/addressed.ts';
import type { StreamChange } from '../../dynamo/stream-change.ts';

/**
 * What deliver must do because of a change: a message that became ready to send, a warning or breach to announce.
 * Deliver claims each, so telling it twice sends nothing twice.
 */
export const outboundJobOf = (change: StreamChange): OutboundJob | undefined => {
  if (change.kind === 'health') return connectionJobOf(change);
  if (change.kind !== 'entry' || !change.after) return undefined;
  const { ticketId, after, before } = change;
  const place = { ticketId, occurredAt: after.occurredAt };
  if (isReady(after, before)) {
    const { id: messageId, connectionId } = after;
    return { kind: 'message', messageId, connectionId, ...place };
  }
  if (isAnsweredInChat(after, before)) return { kind: 'mail-copy', messageId: after.id, ...place };
  if (isReworded(after, before)) return { kind: 'edit', messageId: after.id, ...place };
  if (isToBeTold(after) && !before) return { kind: 'alert', eventId: after.id, ...place };
  return undefined;
};

/** What an agent or the clock asked of a connection; its health is saved for other reasons far more often. */
const connectionJobOf = ({
  before,
  after,
}: Extract<StreamChange, { kind: 'health' }>): OutboundJob | undefined => {
  if (!after) return undefined;
  const { connectionId, requestedAt, test } = after;
  if (test?.state === 'queued' && test.requestedAt !== before?.test?.requestedAt)
    return { kind: 'connection', want: 'test', connectionId, requestedAt: test.requestedAt };
  if (requestedAt !== undefined && requestedAt !== before?.requestedAt)
    return { kind: 'connection', want: 'check', connectionId, requestedAt };
  return undefined;
};

/** The wording of a sent message was changed; told once for each change. */
const isReworded = (after: TimelineEntry, before: TimelineEntry | undefined): boolean => {
  const editOf = (entry: TimelineEntry | undefined) =>
    entry?.type === 'message' ? entry.delivery?.edit : undefined;
  const edit = editOf(after);
  return edit?.state === 'queued' && edit.at !== editOf(before)?.at;
};

const deliveryState = (entry: TimelineEntry | undefined): DeliveryState | undefined =>
  entry?.type === 'message' ? entry.delivery?.state : undefined;

/**
 * New in the outbox, or put there again by an agent. Back from `sending` is a retry, which deliver's own queue holds
 * already with the provider's delay.
 */
const isReady = (after: TimelineEntry, before: TimelineEntry | undefined): after is Message => {
  const was = deliveryState(before);
  return deliveryState(after) === 'queued' && was !== 'queued' && was !== 'sending';
};

/**
 * A person's answer is in the site chat: deliver looks a while later whether it was received. The desk's own words are
 * not worth a mail, and must not become a way to have us write to strangers.
 */
const isAnsweredInChat = (after: TimelineEntry, before: TimelineEntry | undefined): boolean =>
  after.type === 'message' &&
  after.channel === 'chat' &&
  after.kind === 'reply' &&
  deliveryState(after) === 'sent' &&
  deliveryState(before) !== 'sent';

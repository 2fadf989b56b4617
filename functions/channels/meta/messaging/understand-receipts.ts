import type { ChannelEvent } from '../../channel.ts';
import { chatKey } from '../../pointers.ts';
import { instantOf } from '../instant.ts';
import { ourKeys } from '../message-keys.ts';
import { type Batch, happened, ignoring } from '../understood.ts';
import type { MessagingEvent } from './event.ts';
import type { EventContext, Frame } from './understand-event.ts';

/**
 * Messenger tells deliveries by message ids and a watermark, reading by a watermark alone; Instagram tells which
 * message was read.
 */
export function understandReceipts(
  { delivery, read }: MessagingEvent,
  { personId, at }: Frame,
  context: EventContext,
): Batch {
  const { messaging, connection, receivedAt } = context;
  const chat = chatKey(messaging.channel, connection.id, personId);
  const of = (mid: string, receipt: 'delivered' | 'read'): ChannelEvent => ({
    kind: 'receipt',
    at,
    keys: ourKeys(messaging.channel, connection.id, mid),
    receipt,
  });
  const until = (watermark: number | undefined, receipt: 'delivered' | 'read'): ChannelEvent[] =>
    watermark === undefined || watermark < firstWatermark
      ? []
      : [{ kind: 'watermark', at: instantOf(watermark, receivedAt), receipt, chat }];
  const events = [
    ...(delivery?.mids ?? []).map((mid) => of(mid, 'delivered')),
    ...until(delivery?.watermark, 'delivered'),
    ...(read?.mid === undefined ? [] : [of(read.mid, 'read')]),
    ...until(read?.watermark, 'read'),
  ];
  return events.length === 0 ? ignoring(`${messaging.channel}.receipt-empty`) : happened(...events);
}

/** Below it lies no time of a message (September 2001 in seconds): it must not pass for "everything until now". */
const firstWatermark = 1e9;

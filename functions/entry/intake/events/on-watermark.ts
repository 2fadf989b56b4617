import type { TimelineEntry } from '../../../../schemas/timeline.ts';
import type { ChannelEvent } from '../../../channels/channel.ts';
import { isOfChat } from '../../../channels/pointers.ts';
import { recentTimeline } from '../../whole-timeline.ts';
import type { IntakeDeps } from '../intake-deps.ts';
import { onDelivery } from './on-message.ts';
import type { EventOutcome } from './outcome.ts';

type Watermark = Extract<ChannelEvent, { readonly kind: 'watermark' }>;

/** Our clock and the provider's differ, and it knows of a message before its answer is back. */
const slackMilliseconds = 5_000;

/**
 * Everything we sent into a chat until a moment arrived or was read: of the chat's ticket the newest fifty entries,
 * beyond which nobody looks for a tick. A message that was sent after the moment is not meant.
 */
export async function onWatermark(deps: IntakeDeps, event: Watermark): Promise<EventOutcome> {
  const ticketId = await ticketOfChat(deps, event.chat);
  if (ticketId === undefined) return 'of-nobody';
  const recent = await recentTimeline(deps.tickets, ticketId);
  const outcomes = new Set<EventOutcome>();
  for (const entry of recent)
    if (isBelow(entry, event))
      outcomes.add(await onDelivery(deps, { ...entry, ticketId }, { action: event.receipt }));
  if (outcomes.has('too-early')) return 'too-early';
  return outcomes.has('applied') ? 'applied' : 'unchanged';
}

async function ticketOfChat(
  { pointers }: Pick<IntakeDeps, 'pointers'>,
  chat: string,
): Promise<string | undefined> {
  const known = await pointers.lookUp({ idempotencyKey: chat, pointers: [] });
  return known.takenBy?.ticketId;
}

/** Still open to news: `read` and what failed are not. */
const open: ReadonlySet<string> = new Set(['sending', 'sent', 'delivered', 'delayed', 'unknown']);

const isBelow = (entry: TimelineEntry, { at, chat }: Watermark): boolean => {
  if (entry.type !== 'message' || !entry.delivery || !isOfChat(chat, entry)) return false;
  const { state, at: since } = entry.delivery;
  if (entry.occurredAt > at) return false;
  // The widget shows an answer as soon as it is stored, before deliver has called it sent.
  if (entry.channel === 'chat') return state === 'queued' || open.has(state);
  if (!open.has(state)) return false;
  return state !== 'sent' || Date.parse(since) - slackMilliseconds <= Date.parse(at);
};

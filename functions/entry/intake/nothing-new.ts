import type { Inbound } from '../../desk/inbound.ts';
import { recentTimeline } from '../whole-timeline.ts';
import type { Place } from './find-ticket.ts';
import type { IntakeDeps } from './intake-deps.ts';

/**
 * Whether a message would only be noise: somebody without a ticket blocked a bot, or an edit that changed nothing a
 * person can see (Telegram sends those too).
 */
export async function isNothingNew(
  { tickets }: Pick<IntakeDeps, 'tickets'>,
  inbound: Inbound,
  place: Place,
): Promise<boolean> {
  if (inbound.kind === 'receipt' && inbound.isConversation && place.kind === 'open') return true;
  if (!inbound.flags.includes('edited') || place.kind === 'open') return false;
  const entries = await recentTimeline(tickets, place.ticket.id);
  const before = entries.findLast(
    (entry) =>
      entry.type === 'message' &&
      entry.direction === 'in' &&
      entry.externalId === inbound.externalId,
  );
  return before?.type === 'message' && before.text === inbound.text;
}

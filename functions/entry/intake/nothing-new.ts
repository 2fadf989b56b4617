import type { Inbound } from '../../desk/inbound.ts';
import { recentTimeline } from '../whole-timeline.ts';
import type { Place } from './find-ticket.ts';
import type { IntakeDeps } from './intake-deps.ts';
import { isOurOwn } from './our-own.ts';

/**
 * Whether a message would only be noise: what one of us wrote elsewhere to somebody without a ticket, or what is our own
 * answer come back; somebody without a ticket blocked a bot; an edit that changed nothing a person can see.
 * @throws ComeAgain while it is open whether an echo is ours
 */
export async function isNothingNew(
  deps: IntakeDeps,
  { inbound, place }: { readonly inbound: Inbound; readonly place: Place },
  receiveCount: number,
): Promise<boolean> {
  const { tickets } = deps;
  if (inbound.kind === 'reply')
    return place.kind === 'open' || isOurOwn(deps, { inbound, ...place }, receiveCount);
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

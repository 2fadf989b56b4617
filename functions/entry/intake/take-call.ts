import { updateCall } from '../../desk/calls/receive-call.ts';
import type { Inbound } from '../../desk/inbound.ts';
import type { PointerTarget } from '../../desk/stores.ts';
import { withTimelineIfNeeded } from '../whole-timeline.ts';
import type { IntakeDeps } from './intake-deps.ts';
import type { Taken } from './taken.ts';

type Deps = Pick<IntakeDeps, 'tickets' | 'bookOf' | 'now'>;

/**
 * A further event of a call that is on its ticket. Race: two events of one call, or an agent who writes; the ticket's
 * version decides, and who is `stale` looks again.
 */
export async function takeCallNews(
  deps: Deps,
  inbound: Inbound,
  { ticketId, messageId, occurredAt }: PointerTarget,
): Promise<Taken | 'stale'> {
  const ticket = await deps.tickets.load(ticketId);
  if (!ticket || messageId === undefined || occurredAt === undefined)
    throw new Error(`${ticketId} has the call's key and no message of it`);
  const message = await deps.tickets.loadEntry({ ticketId, id: messageId, occurredAt });
  if (message?.type !== 'message') throw new Error(`${messageId} is missing`);
  const book = await deps.bookOf(ticket);
  const change = await withTimelineIfNeeded(deps.tickets, ticketId, (timeline) =>
    updateCall(ticket, message, inbound, { book, timeline, now: deps.now() }),
  );
  const taken = { ticketId, topic: ticket.topic, messageId, occurredAt };
  if (!change) return { ...taken, how: 'repeat' };
  return (await deps.tickets.save(change)) === 'saved' ? { ...taken, how: 'updated' } : 'stale';
}

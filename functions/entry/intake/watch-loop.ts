import type { Inbound } from '../../desk/inbound.ts';
import { entriesOfLoop, isLoop, mute } from '../../desk/tickets/mute.ts';
import { log } from '../../observe/log.ts';
import type { IntakeDeps } from './intake-deps.ts';

/**
 * The fuse against two robots that answer each other: looks back once for each mail that joined a ticket, and mutes the
 * ticket's automation when mail goes to and fro too fast. A lost race is left to the next mail of the loop.
 */
export async function watchLoop(
  { tickets, now }: Pick<IntakeDeps, 'tickets' | 'now'>,
  { channel, kind }: Pick<Inbound, 'channel' | 'kind'>,
  ticketId: string,
): Promise<void> {
  if (channel !== 'mail' || (kind !== 'customer' && kind !== 'auto-reply')) return;
  const found = await tickets.loadWithTimeline(ticketId, { limit: entriesOfLoop });
  if (!found || found.ticket.mutedAt || !isLoop(found.entries, now())) return;
  const change = mute(found.ticket, now());
  if (change && (await tickets.save(change)) === 'saved')
    log.warn('intake.loop.muted', { ticketId });
}

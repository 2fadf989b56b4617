import { isToBeTold } from '../../desk/alerts/addressed.ts';
import { alertLine } from '../../desk/alerts/digest.ts';
import type { EntryPlace } from '../../desk/stores.ts';
import { log } from '../../observe/log.ts';
import { targetsOf } from './alert-targets.ts';
import type { DeliverDeps } from './deliver-deps.ts';
import { again, finished, type Next } from './next.ts';
import { tellTarget } from './tell-target.ts';

/**
 * Announces a warning, breach or reminder to everyone it names, each target once: a target is claimed before it is told,
 * so a repeated job tells only those who were not told yet. A job whose alert waits for its target's minute comes again
 * at the end of it: as long as one is left, so is somebody who tells.
 */
export async function announceAlert(
  deps: DeliverDeps,
  place: EntryPlace,
  receiveCount: number,
): Promise<Next> {
  const event = await deps.tickets.loadEntry(place);
  const ticket = await deps.tickets.load(place.ticketId);
  if (!event || !isToBeTold(event) || !ticket) {
    log.warn('deliver.alert.missing', { ticketId: place.ticketId, eventId: place.id });
    return finished;
  }
  const line = alertLine(event, ticket);
  const alert = {
    line,
    ticket,
    url: `${deps.alerts.appUrl.replace(/\/$/, '')}/tickets/${ticket.id}`,
  };
  const waits: number[] = [];
  for (const target of await targetsOf(deps, event, ticket)) {
    const wait = await tellTarget(deps, { alert, target, receiveCount });
    if (wait !== undefined) waits.push(wait);
  }
  return waits.length > 0 ? again(Math.min(...waits)) : finished;
}

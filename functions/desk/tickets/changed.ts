import type { Ticket } from '../../../schemas/ticket.ts';
import type { Actor, TicketEvent, TimelineEntry } from '../../../schemas/timeline.ts';
import { remindersAfter } from '../alerts/reminders.ts';
import type { TicketChange } from '../change.ts';
import { eventIdOf } from '../ids.ts';
import { carry } from './carry.ts';
import { holdAfter } from './hold.ts';
import { nextMoment } from './next-moment.ts';

/** The ticket with a patch at its next version, to be saved only if nobody saved in between. */
export const changed = (
  ticket: Ticket,
  patch: Partial<Ticket>,
  entries: readonly TimelineEntry[] = [],
): TicketChange => {
  const version = ticket.version + 1;
  const hold = holdAfter(ticket, patch, entries);
  const { carried, written } = carry(ticket.carried, entries);
  return {
    ticket: timed({ ...ticket, ...patch, hold, carried, version }, entries),
    expects: ticket.version,
    entries: written.map((entry) => atVersion(entry, version)),
  };
};

/** Reminders follow from the clocks, the next moment from both: no use case sets them by hand. */
const timed = (ticket: Ticket, entries: readonly TimelineEntry[]): Ticket => {
  const next = { ...ticket, reminders: remindersAfter(ticket, entries) };
  return { ...next, nextDueAt: nextMoment(next) };
};

/** Versions are saved one after the other, so what one brought tells readers what they have not seen yet. */
export const atVersion = <Entry extends TimelineEntry>(entry: Entry, version: number): Entry =>
  entry.type === 'message' ? { ...entry, seq: version } : entry;

/**
 * The timeline entry of a change. Its id comes from the version the change makes, and a version is made once,
 * so no randomness is needed and a repeated save cannot add a second entry.
 */
export const eventOf = (
  ticket: Pick<Ticket, 'id' | 'version'>,
  kind: TicketEvent['kind'],
  { by, now, data = {} }: { by: Actor; now: string; data?: TicketEvent['data'] },
): TicketEvent => ({
  type: 'event',
  id: eventIdOf(`${ticket.id}|${ticket.version + 1}|${kind}`),
  ticketId: ticket.id,
  kind,
  by,
  occurredAt: now,
  data,
});

/** The later of two instants. */
export const later = (a: string, b: string): string => (a > b ? a : b);

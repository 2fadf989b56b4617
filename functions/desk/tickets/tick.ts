import type { ClockAlert } from '../../../schemas/clock.ts';
import type { Ticket } from '../../../schemas/ticket.ts';
import type { TicketEvent } from '../../../schemas/timeline.ts';
import { robot } from '../access.ts';
import type { TicketChange } from '../change.ts';
import type { Book } from '../promises/book.ts';
import { tick } from '../promises/tick.ts';
import { changed, eventOf } from './changed.ts';
import { advanceClocks, alertEvent, clockFields } from './clocked.ts';

/**
 * What time alone does to a ticket: warnings, breaches, waking. Undefined when nothing is due, so a sweep that
 * meets the same ticket twice changes it once; the version guards the rest.
 */
export const tickTicket = ({
  ticket,
  book,
  now,
}: {
  ticket: Ticket;
  book: Book;
  now: string;
}): TicketChange | undefined => {
  const events: TicketEvent[] = [];
  const alerts: ClockAlert[] = [];
  let { clocks, status, snoozedUntil } = ticket;

  if (clocks) {
    const ticked = tick(clocks, now);
    clocks = ticked.state;
    alerts.push(...ticked.alerts);
  }
  if (status === 'snoozed' && snoozedUntil !== undefined && snoozedUntil <= now) {
    const woken = advanceClocks(
      { clocks },
      [{ kind: 'status', at: snoozedUntil, status: 'open' }],
      { book },
    );
    clocks = woken.fields.clocks;
    alerts.push(...woken.alerts);
    events.push(eventOf(ticket, 'woken', { by: robot, now: snoozedUntil }));
    status = 'open';
    snoozedUntil = undefined;
  }

  const fields = clockFields(clocks);
  const change = changed(ticket, { ...fields, status, snoozedUntil }, [
    ...alerts.map((alert) => alertEvent(ticket.id, alert)),
    ...events,
  ]);
  const isUnchanged = change.entries.length === 0 && change.ticket.nextDueAt === ticket.nextDueAt;
  return isUnchanged ? undefined : change;
};

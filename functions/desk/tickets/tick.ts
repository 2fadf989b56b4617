import type { ClockAlert } from '../../../schemas/clock.ts';
import type { Ticket } from '../../../schemas/ticket.ts';
import type { TicketEvent } from '../../../schemas/timeline.ts';
import { robot } from '../access.ts';
import { type Alerting, silent } from '../alerts/alerting.ts';
import { tickReminders } from '../alerts/tick-reminders.ts';
import type { TicketChange } from '../change.ts';
import type { Book } from '../promises/book.ts';
import { tick } from '../promises/tick.ts';
import { changed, eventOf } from './changed.ts';
import { advanceClocks, clockFields } from './clocked.ts';
import { lapse } from './lapse.ts';

/**
 * What time alone does to a ticket: warnings, breaches, waking, the end of a lease. Undefined when nothing is due, so a sweep that
 * meets the same ticket twice changes it once; the version guards the rest.
 */
export const tickTicket = ({
  ticket,
  book,
  alerting = silent,
  now,
}: {
  ticket: Ticket;
  book: Book;
  /** Who is told of what; without it nobody is. */
  alerting?: Alerting;
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

  const lapsed = lapse(ticket, alerting.agents, now);
  const held = { ...ticket, ...lapsed?.fields };
  const reminded = tickReminders({ ticket: held, clocks, alerts, alerting, now });
  const fields = clockFields(clocks);
  const change = changed(
    ticket,
    { ...fields, ...lapsed?.fields, status, snoozedUntil, reminders: reminded.reminders },
    [...reminded.events, ...events, ...(lapsed?.events ?? [])],
  );
  const isUnchanged = change.entries.length === 0 && change.ticket.nextDueAt === ticket.nextDueAt;
  return isUnchanged ? undefined : change;
};

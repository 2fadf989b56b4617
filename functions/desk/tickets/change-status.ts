import type { Agent } from '../../../schemas/agent.ts';
import type { ClockEvent } from '../../../schemas/clock.ts';
import type { Ticket, TicketStatus } from '../../../schemas/ticket.ts';
import type { Actor, TicketEvent } from '../../../schemas/timeline.ts';
import { asActor } from '../access.ts';
import type { TicketChange } from '../change.ts';
import { invalid } from '../problem.ts';
import type { Book } from '../promises/book.ts';
import { firstDuePast } from '../promises/snooze-past-due.ts';
import { changed, eventOf } from './changed.ts';
import { advanceClocks, alertEvent } from './clocked.ts';
import { afterAction, type StatusAction } from './states.ts';

type Move = {
  ticket: Ticket;
  action: StatusAction;
  kind: TicketEvent['kind'];
  by: Actor;
  data?: TicketEvent['data'];
  snoozedUntil?: string;
  book: Book;
  now: string;
};

/** One move of the state machine with its clock event and its timeline entry; undefined when nothing moves. */
export const moveStatus = ({
  ticket,
  action,
  kind,
  by,
  data,
  snoozedUntil,
  book,
  now,
}: Move): TicketChange | undefined => {
  const status = afterAction(ticket.status, action);
  if (status === ticket.status && snoozedUntil === ticket.snoozedUntil) return undefined;
  const events: ClockEvent[] =
    status === ticket.status ? [] : [{ kind: 'status', at: now, status }];
  const clocked = advanceClocks(ticket, events, { book });
  return changed(
    ticket,
    {
      ...clocked.fields,
      status,
      snoozedUntil,
      closedAt: status === 'closed' ? now : undefined,
      held: status === 'spam' ? ticket.held : undefined,
      // Closing ends the wait unanswered, as it ends the reply's clock; spam keeps the question (sla.md 7).
      waitingSince: status === 'closed' ? undefined : ticket.waitingSince,
    },
    [
      {
        ...eventOf(ticket, kind, { by, now, data }),
        ended: clocked.ended.length > 0 ? clocked.ended : undefined,
      },
      ...clocked.alerts.map((alert) => alertEvent(ticket.id, alert)),
    ],
  );
};

type Wanted = Exclude<TicketStatus, 'snoozed'>;

const moves: Record<Wanted, { action: StatusAction; kind: TicketEvent['kind'] }> = {
  open: { action: 'open', kind: 'reopened' },
  waiting: { action: 'wait', kind: 'waiting' },
  on_hold: { action: 'hold', kind: 'on-hold' },
  closed: { action: 'close', kind: 'closed' },
  spam: { action: 'mark-spam', kind: 'marked-spam' },
};

type Changing = { ticket: Ticket; by: Agent; status: Wanted; book: Book; now: string };

/** An agent's change of status. Opening a spam ticket means it is none. */
export const changeStatus = ({
  ticket,
  by,
  status,
  book,
  now,
}: Changing): TicketChange | undefined => {
  const move =
    status === 'open' && ticket.status === 'spam'
      ? { action: 'not-spam' as const, kind: 'not-spam' as const }
      : moves[status];
  return moveStatus({ ticket, ...move, by: asActor(by), book, now });
};

type Snoozing = { ticket: Ticket; by: Agent; until: string; book: Book; now: string };

const yearMilliseconds = 366 * 86_400_000;

/**
 * Puts a ticket away until a moment or the customer's next message. It is no pause of its clocks (sla.md 9):
 * `passesDue` names the due moment that will pass meanwhile, for the agent to be told.
 */
export const snooze = ({
  ticket,
  by,
  until,
  book,
  now,
}: Snoozing): { change?: TicketChange; passesDue?: string } => {
  if (until <= now) throw invalid('snooze.past', 'Choose a moment in the future.');
  if (Date.parse(until) - Date.parse(now) > yearMilliseconds)
    throw invalid('snooze.too-long', 'A ticket can be put away for a year at most.');
  const change = moveStatus({
    ticket,
    action: 'snooze',
    kind: 'snoozed',
    by: asActor(by),
    data: { until },
    snoozedUntil: until,
    book,
    now,
  });
  const { clocks } = change?.ticket ?? ticket;
  return { change, passesDue: clocks && firstDuePast(clocks, { until, forCustomer: false }, book) };
};

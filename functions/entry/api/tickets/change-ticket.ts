import type { Ticket } from '../../../../schemas/ticket.ts';
import type { TicketChange } from '../../../desk/change.ts';
import { conflict } from '../../../desk/problem.ts';
import type { Book } from '../../../desk/promises/book.ts';
import type { ApiDeps } from '../api-deps.ts';
import { type Asking, loadTicket } from './load-ticket.ts';

type Rule = (loaded: {
  readonly ticket: Ticket;
  readonly book: Book;
  readonly now: string;
}) => TicketChange | undefined | Promise<TicketChange | undefined>;

/**
 * A change of what the caller saw: load, compare versions, ask the rule, save once. A rule that has nothing to change
 * answers `undefined`. The rule is asked before versions are compared: what it refuses ("Ann is working on it") says
 * more than "something changed".
 * @throws Problem `ticket.missing`, `ticket.out-of-scope`, `ticket.changed`, and what the rule throws
 */
export const changeTicket = async (
  { tickets, bookOf, now }: Pick<ApiDeps, 'tickets' | 'bookOf' | 'now'>,
  { ticketId, version, by }: Asking & { readonly ticketId: string; readonly version: number },
  rule: Rule,
): Promise<Ticket> => {
  const ticket = await loadTicket(tickets, { ticketId, by });
  const change = await rule({ ticket, book: await bookOf(ticket), now: now() });
  if (!change) return ticket;
  if (ticket.version !== version) throw ticketChanged();
  if ((await tickets.save(change)) === 'stale') throw ticketChanged();
  return change.ticket;
};

const ticketChanged = () =>
  conflict(
    'ticket.changed',
    'Somebody changed this ticket meanwhile. Look at it again, then repeat.',
  );

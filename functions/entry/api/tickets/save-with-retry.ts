import type { Ticket } from '../../../../schemas/ticket.ts';
import type { TicketChange } from '../../../desk/change.ts';
import { Problem } from '../../../desk/problem.ts';
import type { Book } from '../../../desk/promises/book.ts';
import type { ApiDeps } from '../api-deps.ts';
import { type Asking, loadTicket } from './load-ticket.ts';

/** Enough for a ticket on which customer, clock and delivery write at the same moment. */
const attempts = 5;

type Answer<Result> = { readonly change?: TicketChange; readonly result: Result };

/**
 * For what is right whatever else happened (a note, a reply that names what it answers): when somebody saved in
 * between, load again and ask the rules again.
 * @throws Problem `ticket.busy` when every attempt lost its race
 */
export const saveWithRetry = async <Result>(
  { tickets, bookOf, now }: Pick<ApiDeps, 'tickets' | 'bookOf' | 'now'>,
  { ticketId, by }: Asking & { readonly ticketId: string },
  ask: (loaded: {
    readonly ticket: Ticket;
    readonly book: Book;
    readonly now: string;
  }) => Promise<Answer<Result>>,
): Promise<{ readonly ticket: Ticket; readonly result: Result }> => {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const ticket = await loadTicket(tickets, { ticketId, by });
    const { change, result } = await ask({ ticket, book: await bookOf(ticket), now: now() });
    if (!change) return { ticket, result };
    if ((await tickets.save(change)) === 'saved') return { ticket: change.ticket, result };
  }
  throw new Problem(
    'unavailable',
    'ticket.busy',
    'This ticket is changing too fast right now. Try again.',
  );
};

import type { Agent } from '../../../../schemas/agent.ts';
import type { Ticket } from '../../../../schemas/ticket.ts';
import type { Message, TimelineEntry } from '../../../../schemas/timeline.ts';
import { requireSight } from '../../../desk/access.ts';
import { missing } from '../../../desk/problem.ts';
import type { EntryPlace, TicketStore } from '../../../desk/stores.ts';

/** Who asks: everything of a ticket is loaded for somebody, and refused to whom it is out of scope for. */
export type Asking = { readonly by: Pick<Agent, 'scope'> };

/** @throws Problem `ticket.missing`, `ticket.out-of-scope` */
export const loadTicket = async (
  tickets: Pick<TicketStore, 'load'>,
  { ticketId, by }: Asking & { readonly ticketId: string },
): Promise<Ticket> => {
  const ticket = await tickets.load(ticketId);
  if (!ticket) throw ticketMissing(ticketId);
  requireSight(by, ticket);
  return ticket;
};

export const ticketMissing = (ticketId: string) =>
  missing('ticket.missing', `There is no ticket ${ticketId}.`);

/**
 * One read more, of the ticket, for somebody with a scope.
 * @throws Problem `entry.missing`, `ticket.missing`, `ticket.out-of-scope`
 */
export const loadEntry = async (
  tickets: Pick<TicketStore, 'load' | 'loadEntry'>,
  { by, ...place }: Asking & EntryPlace,
): Promise<TimelineEntry> => {
  if (by.scope) await loadTicket(tickets, { ticketId: place.ticketId, by });
  const entry = await tickets.loadEntry(place);
  if (!entry)
    throw missing(
      'entry.missing',
      `Ticket ${place.ticketId} has no entry ${place.id} at that time.`,
    );
  return entry;
};

/** @throws Problem `entry.missing`, `ticket.missing`, `ticket.out-of-scope` */
export const loadMessage = async (
  tickets: Pick<TicketStore, 'load' | 'loadEntry'>,
  place: Asking & EntryPlace,
): Promise<Message> => {
  const entry = await loadEntry(tickets, place);
  if (entry.type !== 'message') throw missing('entry.missing', `${place.id} is not a message.`);
  return entry;
};

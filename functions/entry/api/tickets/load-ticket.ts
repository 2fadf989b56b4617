import type { Ticket } from '../../../../schemas/ticket.ts';
import type { Message, TimelineEntry } from '../../../../schemas/timeline.ts';
import { missing } from '../../../desk/problem.ts';
import type { EntryPlace, TicketStore } from '../../../desk/stores.ts';

/** @throws Problem `ticket.missing` */
export const loadTicket = async (
  tickets: Pick<TicketStore, 'load'>,
  ticketId: string,
): Promise<Ticket> => {
  const ticket = await tickets.load(ticketId);
  if (!ticket) throw ticketMissing(ticketId);
  return ticket;
};

export const ticketMissing = (ticketId: string) =>
  missing('ticket.missing', `There is no ticket ${ticketId}.`);

/** @throws Problem `entry.missing` */
export const loadEntry = async (
  tickets: Pick<TicketStore, 'loadEntry'>,
  place: EntryPlace,
): Promise<TimelineEntry> => {
  const entry = await tickets.loadEntry(place);
  if (!entry)
    throw missing(
      'entry.missing',
      `Ticket ${place.ticketId} has no entry ${place.id} at that time.`,
    );
  return entry;
};

/** @throws Problem `entry.missing` */
export const loadMessage = async (
  tickets: Pick<TicketStore, 'loadEntry'>,
  place: EntryPlace,
): Promise<Message> => {
  const entry = await loadEntry(tickets, place);
  if (entry.type !== 'message') throw missing('entry.missing', `${place.id} is not a message.`);
  return entry;
};

import type * as endpoints from '../../../../schemas/api/tickets.ts';
import type { UseCase } from '../types.ts';
import { entryView } from '../views/entry-view.ts';
import { ticketMissing } from './load-ticket.ts';

/** One query for ticket and timeline, one read for the customer. */
export const getTicket: UseCase<typeof endpoints.getTicket> =
  ({ tickets, customers }) =>
  async ({ params, query }) => {
    const found = await tickets.loadWithTimeline(params.ticketId, query);
    if (!found) throw ticketMissing(params.ticketId);
    return {
      ticket: found.ticket,
      entries: found.entries.map(entryView),
      cursor: found.cursor,
      customer: await customers.load(found.ticket.customerId),
    };
  };

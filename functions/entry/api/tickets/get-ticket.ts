import type * as endpoints from '../../../../schemas/api/tickets.ts';
import { requireSight } from '../../../desk/access.ts';
import { asCustomer } from '../../../desk/customers/person.ts';
import type { UseCase } from '../types.ts';
import { entryView } from '../views/entry-view.ts';
import { ticketMissing } from './load-ticket.ts';
import { reachIn } from './ways.ts';

/** One query for ticket and timeline, one read for the customer; what was merged into them adds some. */
export const getTicket: UseCase<typeof endpoints.getTicket> =
  (deps) =>
  async ({ params, query }, by) => {
    const { tickets, customers } = deps;
    const found = await tickets.loadWithTimeline(params.ticketId, query);
    if (!found) throw ticketMissing(params.ticketId);
    requireSight(by, found.ticket);
    const person = await customers.loadPerson(found.ticket.customerId);
    const customer = person && asCustomer(person);
    const { reach, otherWays } = reachIn(deps, { ...found, customer });
    return {
      ticket: found.ticket,
      entries: found.entries.map(entryView),
      cursor: found.cursor,
      customer,
      reach,
      otherWays: [...otherWays],
    };
  };

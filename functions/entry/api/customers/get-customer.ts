import type * as endpoints from '../../../../schemas/api/customers.ts';
import { seenBy } from '../../../desk/access.ts';
import { membersOf } from '../../../desk/customers/person.ts';
import type { UseCase } from '../types.ts';
import { cardOf, personOf } from './customer-card.ts';

export const getCustomer: UseCase<typeof endpoints.getCustomer> =
  (deps) =>
  async ({ params }) =>
    cardOf(deps, await personOf(deps, params.customerId));

/** One query for each customer the person is made of. */
export const listCustomerTickets: UseCase<typeof endpoints.listCustomerTickets> =
  (deps) =>
  async ({ params, query }, by) => {
    const person = await personOf(deps, params.customerId);
    const customerIds = membersOf(person).map(({ id }) => id);
    const page = await deps.tickets.listByCustomer({ customerIds, ...query });
    const items = seenBy(by, page.items);
    const hidden = page.items.length - items.length;
    return { items, cursor: page.cursor, ...(hidden > 0 && { hidden }) };
  };

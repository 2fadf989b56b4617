import type * as endpoints from '../../../../schemas/api/customers.ts';
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
  async ({ params, query }) => {
    const person = await personOf(deps, params.customerId);
    const customerIds = membersOf(person).map(({ id }) => id);
    const page = await deps.tickets.listByCustomer({ customerIds, ...query });
    return { items: [...page.items], cursor: page.cursor };
  };

import type * as endpoints from '../../../../schemas/api/desk.ts';
import { missing } from '../../../desk/problem.ts';
import type { UseCase } from '../types.ts';

export const getCustomer: UseCase<typeof endpoints.getCustomer> =
  ({ customers }) =>
  async ({ params }) => {
    const customer = await customers.load(params.customerId);
    if (!customer) throw missing('customer.missing', `There is no customer ${params.customerId}.`);
    return { customer };
  };

/** One query of the customer's list. */
export const listCustomerTickets: UseCase<typeof endpoints.listCustomerTickets> =
  ({ tickets }) =>
  async ({ params, query }) => {
    const page = await tickets.listByCustomer({ ...params, ...query });
    return { items: [...page.items], cursor: page.cursor };
  };

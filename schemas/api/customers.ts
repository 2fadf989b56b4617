import * as z from 'zod';
import { Customer } from '../customer.ts';
import { AgentId, CustomerId } from '../primitives.ts';
import { Tier } from '../routing.ts';
import { endpoint } from './endpoint.ts';
import { Cursor, TicketPage } from './views.ts';

const OneCustomer = z.object({ customerId: CustomerId });
/** Somebody else than the one in the path. */
const Other = z.object({ otherId: CustomerId });

/**
 * Somebody who may be the same person; nothing is joined until an agent says so. `same-address`: one address, proven
 * here and only claimed there. `same-number`: one telephone number on two channels. `typed`: typed by one, used by the
 * other.
 */
export const CustomerSuggestion = z.object({
  customer: Customer,
  reason: z.enum(['same-address', 'same-number', 'typed']),
  /** The address or number they share. */
  value: z.string(),
  isSameName: z.boolean(),
});
export type CustomerSuggestion = z.infer<typeof CustomerSuggestion>;

/** A person: `customer` carries the identities of all that were merged into it; `merged` are those, each by itself. */
export const CustomerCard = z.object({
  customer: Customer,
  merged: z.array(Customer),
  suggestions: z.array(CustomerSuggestion),
});
export type CustomerCard = z.infer<typeof CustomerCard>;

export const getCustomer = endpoint({
  name: 'getCustomer',
  method: 'GET',
  path: '/api/customers/{customerId}',
  permission: 'customers.read',
  summary:
    'A customer’s card; of one that was merged into another, the other’s. With who else it may be',
  params: OneCustomer,
  output: CustomerCard,
});

export const listCustomerTickets = endpoint({
  name: 'listCustomerTickets',
  method: 'GET',
  path: '/api/customers/{customerId}/tickets',
  permission: 'customers.read',
  summary: 'All tickets of a person over all channels and everyone merged, newest first',
  params: OneCustomer,
  query: z.object({
    cursor: Cursor.optional(),
    limit: z.coerce.number().int().min(1).max(50).default(50),
  }),
  output: TicketPage.extend({
    /** Of this page, left out because they are out of the caller's scope. */
    hidden: z.number().int().optional(),
  }),
});

export const mergeCustomers = endpoint({
  name: 'mergeCustomers',
  method: 'POST',
  path: '/api/customers/{customerId}/merge',
  permission: 'customers.merge',
  summary: 'Say that another customer is the same person; it is shown here until parted again',
  params: OneCustomer,
  body: Other,
  output: CustomerCard,
});

export const partCustomers = endpoint({
  name: 'partCustomers',
  method: 'POST',
  path: '/api/customers/{customerId}/part',
  permission: 'customers.merge',
  summary:
    'Take a merged customer out again, with all that is its own; never joined by itself again',
  params: OneCustomer,
  body: Other,
  output: CustomerCard,
});

export const updateCustomer = endpoint({
  name: 'updateCustomer',
  method: 'PATCH',
  path: '/api/customers/{customerId}',
  permission: 'customers.manage',
  summary:
    'Give a customer a standing or a personal manager, or take it (null); open tickets follow',
  params: OneCustomer,
  body: z.object({
    tier: Tier.nullable().optional(),
    managerId: AgentId.nullable().optional(),
    /** Refused (409 `customer.changed`) if the customer was saved since. */
    version: z.number().int().min(1),
  }),
  output: CustomerCard,
});

export const customerEndpoints = [
  getCustomer,
  listCustomerTickets,
  mergeCustomers,
  partCustomers,
  updateCustomer,
] as const;

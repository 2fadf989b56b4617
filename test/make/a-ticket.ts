import { openTicket } from '../../functions/desk/tickets/receive.ts';
import type { Agent } from '../../schemas/agent.ts';
import type { Customer } from '../../schemas/customer.ts';
import type { Ticket } from '../../schemas/ticket.ts';
import { anInbound } from './an-inbound.ts';

export const aCustomer = (over: Partial<Customer> = {}): Customer => ({
  id: 'cus_0000000000000000000000aa',
  name: 'Ann Lee',
  language: 'en',
  identities: [
    { channel: 'mail', externalId: 'ann@customer.example', name: 'Ann Lee', isVerified: true },
  ],
  createdAt: '2026-11-02T09:00:00.000Z',
  version: 1,
  ...over,
});

export const anAgent = (over: Partial<Agent> = {}): Agent => ({
  id: 'agt_olga',
  email: 'olga@desk.example',
  name: 'Olga',
  role: 'operator',
  active: true,
  lines: ['front'],
  leads: [],
  createdAt: '2026-01-01T00:00:00.000Z',
  version: 1,
  ...over,
});

/** A ticket as intake opens it from `anInbound()`, nothing dispatched yet. */
export const aTicket = (over: Partial<Ticket> = {}): Ticket => ({
  ...openTicket({
    inbound: anInbound(),
    customer: aCustomer(),
    number: 1042,
    topic: 'payouts',
    reason: { rule: 'keyword', detail: 'payout' },
    now: '2026-11-02T09:00:01.000Z',
  }).ticket,
  ...over,
});

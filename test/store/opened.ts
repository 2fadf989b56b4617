import type { IntakeChange } from '../../functions/desk/change.ts';
import type { Inbound } from '../../functions/desk/inbound.ts';
import { openTicket } from '../../functions/desk/tickets/receive.ts';
import type { Customer } from '../../schemas/customer.ts';
import type { Ticket } from '../../schemas/ticket.ts';
import { aCustomer } from '../make/a-ticket.ts';
import { anInbound } from '../make/an-inbound.ts';

type First = {
  readonly number: number;
  readonly inbound?: Partial<Inbound>;
  readonly customer?: Customer;
  readonly newCustomer?: Customer;
  readonly ticket?: Partial<Ticket>;
};

/** What intake saves for a first message. */
export const aFirstMessage = ({
  number,
  inbound: over = {},
  customer = aCustomer(),
  newCustomer,
  ticket = {},
}: First): IntakeChange => {
  const inbound = anInbound({ idempotencyKey: `mail|support|${number}@customer.example`, ...over });
  const change = openTicket({
    inbound,
    customer: newCustomer ?? customer,
    number,
    topic: 'payouts',
    reason: { rule: 'keyword', detail: 'payout' },
    now: '2026-11-02T09:00:01.000Z',
  });
  return {
    ...change,
    ticket: { ...change.ticket, ...ticket },
    idempotencyKey: inbound.idempotencyKey,
    contentHash: inbound.contentHash,
    pointers: inbound.leaves,
    ...(newCustomer && { newCustomer }),
  };
};

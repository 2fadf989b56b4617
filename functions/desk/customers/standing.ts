import type { Agent } from '../../../schemas/agent.ts';
import type { Customer } from '../../../schemas/customer.ts';
import type { Ticket } from '../../../schemas/ticket.ts';
import type { TierPolicy } from '../../../schemas/tier.ts';
import type { TicketChange } from '../change.ts';
import type { Book } from '../promises/book.ts';
import { changed } from '../tickets/changed.ts';
import { changePriority } from '../tickets/move.ts';
import { groupOf } from '../tickets/states.ts';
import { priorityOfTier } from '../tickets/terms.ts';
import type { CustomerChange } from './merge.ts';

/** What an agent says about a customer; null takes it away, absent leaves it. */
export type Standing = {
  readonly tier?: string | null | undefined;
  readonly managerId?: string | null | undefined;
};

/** The customer with another standing or manager; undefined when they have it already. */
export const withStanding = (
  customer: Customer,
  { tier, managerId }: Standing,
): CustomerChange | undefined => {
  const next = {
    tier: tier === undefined ? customer.tier : (tier ?? undefined),
    managerId: managerId === undefined ? customer.managerId : (managerId ?? undefined),
  };
  if (next.tier === customer.tier && next.managerId === customer.managerId) return undefined;
  return {
    customer: { ...customer, ...next, version: customer.version + 1 },
    expects: customer.version,
  };
};

type Following = {
  readonly ticket: Ticket;
  readonly customer: Pick<Customer, 'tier' | 'managerId'>;
  readonly tiers: readonly TierPolicy[];
  readonly by: Agent;
  readonly book: Book;
  readonly now: string;
};

/** Whether a ticket is still worked on, so that its customer's standing matters to it. */
export const isOpenCase = ({ status }: Pick<Ticket, 'status'>): boolean =>
  groupOf(status) === 'active' || groupOf(status) === 'postponed';

/**
 * An open ticket follows its customer: standing, manager, and the least priority of the new standing. What was promised
 * stays promised (sla.md 11), and a priority that is higher already stays, too. Undefined when it does so already.
 */
export const followCustomer = ({
  ticket,
  customer: { tier, managerId },
  tiers,
  by,
  book,
  now,
}: Following): TicketChange | undefined => {
  const isSame = ticket.tier === tier && ticket.managerId === managerId;
  if (isSame || !isOpenCase(ticket)) return undefined;
  const priority =
    ticket.tier === tier ? ticket.priority : priorityOfTier(ticket.priority, tier, { tiers });
  const { ticket: next, ...rest } =
    changePriority({ ticket, by, priority, book, now }) ?? changed(ticket, {});
  return { ...rest, ticket: { ...next, tier, managerId } };
};

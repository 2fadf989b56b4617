import { signal } from '@preact/signals';
import type { CustomerCard } from '../../schemas/api/customers.ts';
import type { Customer } from '../../schemas/customer.ts';
import type { TicketSummary } from '../../schemas/ticket.ts';
import { ApiProblem } from '../api/client.ts';
import { complain, say } from '../parts/toast.tsx';
import { texts } from '../texts/texts.ts';
import { call } from './desk.ts';

/** The person on screen: the card, and what they ever asked. `of` is the id that was asked for. */
export const card = signal<(CustomerCard & { of: string }) | undefined>(undefined);
export const history = signal<{
  of: string;
  tickets: readonly TicketSummary[];
  cursor?: string;
  /** Left out because they are out of this person's scope. */
  hidden?: number;
  hasFailed?: boolean;
}>({ of: '', tickets: [] });

let wanted = '';

const readCard = async (customerId: string): Promise<void> => {
  const read = await call('getCustomer', { params: { customerId } });
  if (wanted === customerId) card.value = { ...read, of: customerId };
};

const readHistory = async (customerId: string, cursor?: string): Promise<void> => {
  const page = await call('listCustomerTickets', {
    params: { customerId },
    query: { limit: 20, cursor },
  });
  if (wanted !== customerId) return;
  const before = cursor && history.value.of === customerId ? history.value : undefined;
  history.value = {
    of: customerId,
    tickets: [...(before?.tickets ?? []), ...page.items],
    cursor: page.cursor,
    hidden: (before?.hidden ?? 0) + (page.hidden ?? 0),
  };
};

/** Reads who somebody is and everything they asked; the two do not wait for each other. */
export const openCustomer = (customerId: string): void => {
  wanted = customerId;
  // Without it the card shows what came with the ticket.
  readCard(customerId).catch(() => undefined);
  readHistory(customerId).catch(() => {
    if (wanted === customerId) history.value = { of: customerId, tickets: [], hasFailed: true };
  });
};

export const showMoreTickets = (): void => {
  const { of, cursor } = history.value;
  if (cursor) readHistory(of, cursor).catch(complain);
};

type Person = { id: string; name: string };

const put = (of: string, answer: CustomerCard): void => {
  if (wanted !== of) return;
  card.value = { ...answer, of };
  readHistory(of).catch(complain);
};

/** Says that another is the same person. Throws what the API says. */
export const merge = async (customerId: string, other: Person): Promise<void> => {
  const body = { otherId: other.id };
  put(customerId, await call('mergeCustomers', { params: { customerId }, body }));
  say(texts.value.customers.didMerge(other.name), () => {
    part(customerId, other).catch(complain);
  });
};

/** Says that a merged one is somebody else. Throws what the API says. */
export const part = async (customerId: string, other: Person): Promise<void> => {
  const body = { otherId: other.id };
  put(customerId, await call('partCustomers', { params: { customerId }, body }));
  say(texts.value.customers.didPart(other.name), () => {
    merge(customerId, other).catch(complain);
  });
};

type Standing = { tier?: string | null; managerId?: string | null };

/** Gives a standing or a manager, or takes it (`null`); undoing brings back what was. Never over a colleague's change. */
export const setStanding = async (
  { id, version, tier, managerId }: Customer,
  change: Standing,
): Promise<void> => {
  const of = wanted;
  const before: Standing = {
    ...(change.tier !== undefined && { tier: tier ?? null }),
    ...(change.managerId !== undefined && { managerId: managerId ?? null }),
  };
  try {
    const params = { customerId: id };
    const answer = await call('updateCustomer', { params, body: { ...change, version } });
    put(of, answer);
    say(texts.value.lines.standingSaved, () => void setStanding(answer.customer, before));
  } catch (error) {
    // The choice on screen goes back to what is saved.
    await readCard(of).catch(() => undefined);
    const isRace = error instanceof ApiProblem && error.problem.code === 'customer.changed';
    if (isRace) say(texts.value.lines.standingChanged);
    else complain(error);
  }
};

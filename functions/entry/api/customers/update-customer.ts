import type * as endpoints from '../../../../schemas/api/customers.ts';
import type { Customer } from '../../../../schemas/customer.ts';
import { membersOf, type Person } from '../../../desk/customers/person.ts';
import {
  followCustomer,
  isOpenCase,
  type Standing,
  withStanding,
} from '../../../desk/customers/standing.ts';
import { conflict, invalid, missing } from '../../../desk/problem.ts';
import { ordinaryTier } from '../../../desk/routing/sample-of.ts';
import type { DeskLists } from '../../../desk/settings-stores.ts';
import { log } from '../../../observe/log.ts';
import { loadLists } from '../../desk-lists.ts';
import type { ApiDeps } from '../api-deps.ts';
import { audited } from '../audited.ts';
import type { Caller, UseCase } from '../types.ts';
import { cardOf, personOf } from './customer-card.ts';

const pageSize = 50;
/** Of the newest thousand tickets those still open follow; what is older and open is a case of its own. */
const mostPages = 20;
/** Customer, clock and agents may write on a ticket at the same moment. */
const attempts = 5;

/**
 * Gives a customer a standing or a manager, on record, and has the open tickets follow one by one. A repeat after a
 * crash finds the customer as wanted and goes on with the tickets that are left.
 */
export const updateCustomer: UseCase<typeof endpoints.updateCustomer> =
  (deps) =>
  async ({ params, body }, caller) => {
    const [person, lists] = await Promise.all([
      personOf(deps, params.customerId),
      loadLists(deps.desk, deps.settings),
    ]);
    const wanted = await wantedOf(deps, lists, body);
    if (person.root.version !== body.version) throw customerChanged();
    const customer = await saved(deps, { person, wanted, caller });
    const followed = await followAll(deps, { ...person, root: customer }, { lists, caller });
    log.info('customer.standing', { ...params, agentId: caller.id, followed });
    return cardOf(deps, await personOf(deps, params.customerId));
  };

/** @throws Problem `tier.unknown`, `agent.missing`, `agent.inactive` */
const wantedOf = async (
  { agents }: Pick<ApiDeps, 'agents'>,
  { tiers }: DeskLists,
  { tier, managerId }: Standing,
): Promise<Standing> => {
  const isKnown = tiers.some(({ id }) => id === tier);
  if (tier && tier !== ordinaryTier && !isKnown)
    throw invalid('tier.unknown', `There is no standing "${tier}".`);
  if (managerId) {
    const manager = await agents.load(managerId);
    if (!manager) throw missing('agent.missing', `There is no agent ${managerId}.`);
    if (!manager.active)
      throw conflict(
        'agent.inactive',
        `${manager.name} no longer works here. Choose somebody else.`,
      );
  }
  // Everyone's standing is nobody's in particular.
  return { tier: tier === ordinaryTier ? null : tier, managerId };
};

type Saving = { readonly person: Person; readonly wanted: Standing; readonly caller: Caller };

const saved = async (deps: ApiDeps, { person, wanted, caller }: Saving): Promise<Customer> => {
  const { root } = person;
  const change = withStanding(root, wanted);
  if (!change) return root;
  const of = ({ tier, managerId }: Customer) => ({
    tier: tier ?? null,
    managerId: managerId ?? null,
  });
  const entry = audited(caller, {
    action: 'customer.changed',
    target: root.id,
    changes: { before: of(root), after: of(change.customer) },
    at: deps.now(),
  });
  if ((await deps.customers.saveTogether([change], entry)) === 'stale') throw customerChanged();
  return change.customer;
};

const customerChanged = () =>
  conflict(
    'customer.changed',
    'Somebody changed this customer meanwhile. Look at the card again, then repeat.',
  );

type Following = { readonly lists: DeskLists; readonly caller: Caller };

/** How many tickets followed. */
const followAll = async (deps: ApiDeps, person: Person, following: Following): Promise<number> => {
  const customerIds = membersOf(person).map(({ id }) => id);
  let [followed, cursor] = [0, undefined as string | undefined];
  for (let pages = 0; pages < mostPages; pages += 1) {
    const page = await deps.tickets.listByCustomer({ customerIds, limit: pageSize, cursor });
    for (const { id } of page.items.filter(isOpenCase))
      if (await follow(deps, { ticketId: id, customer: person.root, ...following })) followed += 1;
    cursor = page.cursor;
    if (cursor === undefined) break;
  }
  return followed;
};

/** Race: an agent or the customer writes on it. Who is stale looks again; who loses every race is told by the log. */
const follow = async (
  { tickets, bookOf, now }: ApiDeps,
  {
    ticketId,
    customer,
    lists: { tiers },
    caller,
  }: Following & { readonly ticketId: string; readonly customer: Customer },
): Promise<boolean> => {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const ticket = await tickets.load(ticketId);
    if (!ticket) return false;
    const book = await bookOf(ticket);
    const change = followCustomer({ ticket, customer, tiers, by: caller, book, now: now() });
    if (!change) return false;
    if ((await tickets.save(change)) === 'saved') return true;
  }
  log.warn('customer.standing.not-followed', { ticketId });
  return false;
};

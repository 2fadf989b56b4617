import type { KnownParties } from '../../desk/stores.ts';
import type { IntakeDeps } from './intake-deps.ts';

/**
 * Who writes, with the person's standing and manager: of somebody who was merged into another the other's count. A read
 * or two then, none for anybody else.
 */
export const withStanding = async (
  { customers }: Pick<IntakeDeps, 'customers'>,
  known: KnownParties,
): Promise<KnownParties> => {
  const { customer } = known;
  if (customer?.mergedInto === undefined) return known;
  const person = await customers.loadPerson(customer.id);
  if (!person) return known;
  const { tier, managerId } = person.root;
  return { ...known, customer: { ...customer, tier, managerId } };
};

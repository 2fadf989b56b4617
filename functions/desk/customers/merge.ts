import type { Customer } from '../../../schemas/customer.ts';
import { conflict, missing } from '../problem.ts';
import { isMember, largestPerson, membersOf, type Person } from './person.ts';

/** Two records, each saved only at the version the rules saw. */
export type CustomerChange = { readonly customer: Customer; readonly expects: number };

const changedCustomer = (customer: Customer, patch: Partial<Customer>): CustomerChange => ({
  customer: { ...customer, ...patch, version: customer.version + 1 },
  expects: customer.version,
});

/** Newest twenty: who was parted from more is no person that anything joins by itself. */
const kept = (ids: readonly string[]) => [...new Set(ids)].slice(-largestPerson);

const without = (ids: readonly string[] | undefined, person: Person) =>
  ids?.filter((id) => !isMember(person, id));

/**
 * Puts one person under another. Both are roots at the versions saved, so of two merges at once that would make a ring
 * (A into B, B into A) one is stale. Undefined when they are one already.
 * @throws Problem `customer.too-many` when nobody could oversee the result
 */
export const mergePersons = (
  into: Person,
  other: Person,
): readonly CustomerChange[] | undefined => {
  if (into.root.id === other.root.id) return undefined;
  if (membersOf(into).length + membersOf(other).length > largestPerson)
    throw conflict(
      'customer.too-many',
      `A person is made of ${largestPerson} customers at most. Part some that belong to somebody else.`,
    );
  return [
    changedCustomer(into.root, {
      merged: [...(into.root.merged ?? []), other.root.id],
      apartFrom: without(into.root.apartFrom, other),
    }),
    changedCustomer(other.root, {
      mergedInto: into.root.id,
      apartFrom: without(other.root.apartFrom, into),
    }),
  ];
};

/**
 * Takes a merged customer out again, with everyone merged into it before. Both remember it: proof that joined them once
 * would join them again with the next message.
 * @throws Problem `customer.not-merged`
 */
export const partPerson = (person: Person, otherId: string): readonly CustomerChange[] => {
  const other = person.merged.find(({ id }) => id === otherId);
  const from = membersOf(person).find(({ id }) => id === other?.mergedInto);
  if (!other || !from)
    throw missing('customer.not-merged', 'This customer is not merged into the person shown.');
  return [
    changedCustomer(from, {
      merged: from.merged?.filter((id) => id !== other.id),
      apartFrom: kept([...(from.apartFrom ?? []), other.id]),
    }),
    changedCustomer(other, {
      mergedInto: undefined,
      apartFrom: kept([...(other.apartFrom ?? []), from.id]),
    }),
  ];
};

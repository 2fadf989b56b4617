import type { Customer, Identity } from '../../../schemas/customer.ts';
import { identityKeyOf } from './identity-key.ts';

/**
 * A person: the customer that was merged into nobody, and everyone who was merged into it, directly or through others.
 * Records stay as they are, so whoever is parted again takes along exactly what was its own.
 */
export type Person = { readonly root: Customer; readonly merged: readonly Customer[] };

/** Items read for one person; identities and tickets of more are asked for by nobody. */
export const largestPerson = 20;

export const membersOf = ({ root, merged }: Person): readonly Customer[] => [root, ...merged];

export const isMember = (person: Person, customerId: string): boolean =>
  membersOf(person).some(({ id }) => id === customerId);

/** An agent said that these two are not one. */
export const areApart = (one: Person, other: Person): boolean => {
  const says = (by: Person, of: Person) =>
    membersOf(by).some(({ apartFrom = [] }) => apartFrom.some((id) => isMember(of, id)));
  return says(one, other) || says(other, one);
};

/** As many as an answer of the API holds. */
const mostIdentities = 50;

/** The person as one customer, with every identity once, the root's own first. */
export const asCustomer = (person: Person): Customer => {
  const identities = new Map<string, Identity>();
  for (const identity of membersOf(person).flatMap((member) => member.identities)) {
    const key = identityKeyOf(identity);
    if (!identities.has(key)) identities.set(key, identity);
  }
  return { ...person.root, identities: [...identities.values()].slice(0, mostIdentities) };
};

import { identityKeyOf } from '../../functions/desk/customers/identity-key.ts';
import type { CustomerStore } from '../../functions/desk/people-stores.ts';
import type { AuditEntry } from '../../schemas/audit.ts';
import type { Customer } from '../../schemas/customer.ts';

type MemoryCustomers = Pick<
  CustomerStore,
  'load' | 'loadPerson' | 'findByIdentities' | 'save' | 'saveTogether'
> & { readonly audits: AuditEntry[] };

/** Customers of one test, with the same conditions as the table. */
export const memoryCustomers = (...customers: readonly Customer[]): MemoryCustomers => {
  const audits: AuditEntry[] = [];
  const all = new Map(customers.map((customer) => [customer.id, customer]));
  const below = (customer: Customer): Customer[] =>
    (customer.merged ?? []).flatMap((id) => {
      const one = all.get(id);
      return one ? [one, ...below(one)] : [];
    });
  return {
    load: async (id) => all.get(id),
    loadPerson: async (id) => {
      let root = all.get(id);
      while (root?.mergedInto) root = all.get(root.mergedInto);
      return root && { root, merged: below(root) };
    },
    findByIdentities: async (identities) =>
      identities
        .map(identityKeyOf)
        .flatMap((key) =>
          [...all.values()]
            .filter((one) => one.identities.some((identity) => identityKeyOf(identity) === key))
            .map((customer) => ({ key, customer })),
        ),
    save: async (customer, expects) => {
      if (all.get(customer.id)?.version !== expects) return 'stale';
      all.set(customer.id, customer);
      return 'saved';
    },
    audits,
    saveTogether: async (changes, audit) => {
      if (changes.some(({ customer, expects }) => all.get(customer.id)?.version !== expects))
        return 'stale';
      for (const { customer } of changes) all.set(customer.id, customer);
      if (audit) audits.push(audit);
      return 'saved';
    },
  };
};

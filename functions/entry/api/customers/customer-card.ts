import type * as z from 'zod';
import type { CustomerCard, CustomerSuggestion } from '../../../../schemas/api/customers.ts';
import { identityKeyOf } from '../../../desk/customers/identity-key.ts';
import { areApart, asCustomer, isMember, type Person } from '../../../desk/customers/person.ts';
import { isSameName, leadsOf } from '../../../desk/customers/suggest.ts';
import { missing } from '../../../desk/problem.ts';
import type { ApiDeps } from '../api-deps.ts';

type CardDeps = Pick<ApiDeps, 'customers' | 'settings'>;

const mostSuggestions = 10;

/** @throws Problem `customer.missing` */
export async function personOf(
  { customers }: Pick<ApiDeps, 'customers'>,
  customerId: string,
): Promise<Person> {
  const person = await customers.loadPerson(customerId);
  if (!person) throw missing('customer.missing', `There is no customer ${customerId}.`);
  return person;
}

/** One BatchGet of where the same person may be, and a read for each who is there. */
export async function cardOf(
  deps: CardDeps,
  person: Person,
): Promise<z.input<typeof CustomerCard>> {
  return {
    customer: asCustomer(person),
    merged: [...person.merged],
    suggestions: await suggestionsFor(deps, person),
  };
}

async function suggestionsFor(
  { customers, settings }: CardDeps,
  person: Person,
): Promise<CustomerSuggestion[]> {
  const leads = leadsOf(person, settings.connections);
  const found = await customers.findByIdentities(leads.map(({ identity }) => identity));
  const suggestions = new Map<string, CustomerSuggestion>();
  for (const { key, customer } of found) {
    const lead = leads.find(({ identity }) => identityKeyOf(identity) === key);
    const other = await customers.loadPerson(customer.id);
    if (!lead || !other || isMember(person, other.root.id) || areApart(person, other)) continue;
    if (suggestions.has(other.root.id) || suggestions.size === mostSuggestions) continue;
    suggestions.set(other.root.id, {
      customer: asCustomer(other),
      reason: lead.reason,
      value: lead.value,
      isSameName: isSameName(person.root, other.root),
    });
  }
  return [...suggestions.values()].toSorted((a, b) => Number(b.isSameName) - Number(a.isSameName));
}

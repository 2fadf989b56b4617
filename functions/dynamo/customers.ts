import { PutCommand } from '@aws-sdk/lib-dynamodb';
import type { Customer, Identity } from '../../schemas/customer.ts';
import { identityKeyOf } from '../desk/customers/identity-key.ts';
import type { CustomerChange } from '../desk/customers/merge.ts';
import { largestPerson } from '../desk/customers/person.ts';
import { customerIdOf } from '../desk/ids.ts';
import type { CustomerStore } from '../desk/people-stores.ts';
import { auditStep } from './audit.ts';
import { batchGet, type Found } from './batch-get.ts';
import { customerItem, customerOfItem, identitySteps } from './customer-item.ts';
import { customerKey, identityPointer, type Key } from './keys.ts';
import { get } from './query.ts';
import type { Table } from './table.ts';
import { conditionally, type Step, transact } from './transact.ts';

export const customerStore = (table: Table): CustomerStore => {
  const load = async (customerId: string) =>
    customerOfItem(await get(table, customerKey(customerId)));

  return {
    load,

    findByIdentity: async (identity) =>
      customerOf(table, identity, await batchGet(table, identityKeys(identity))),

    findByIdentities: async (identities) => {
      if (identities.length === 0) return [];
      const found = await batchGet(table, identities.flatMap(identityKeys));
      const customers = await Promise.all(
        identities.map(async (identity) => ({
          key: identityKeyOf(identity),
          customer: await customerOf(table, identity, found),
        })),
      );
      return customers.flatMap(({ key, customer }) => (customer ? [{ key, customer }] : []));
    },

    loadPerson: async (customerId) => {
      const first = await load(customerId);
      const root = first && (await rootOf(first, load));
      return root && { root, merged: await mergedInto(table, root) };
    },

    create: (customer) =>
      conditionally(() =>
        table.client.send(
          new PutCommand({
            TableName: table.name,
            Item: customerItem(customer),
            // Race: two messages prove the same to be somebody's. One writes it down, the other finds it.
            ConditionExpression: 'attribute_not_exists(PK)',
          }),
        ),
      ),

    save: async (customer, expects) => {
      const { refused } = await transact(table, [
        savingStep(table, { customer, expects }),
        ...identitySteps(table, customer, customer.identities),
      ]);
      return refused.length === 0 ? 'saved' : 'stale';
    },

    saveTogether: async (changes, audit) => {
      const { refused } = await transact(table, [
        ...changes.map((change) => savingStep(table, change)),
        ...(audit ? [auditStep(table, audit)] : []),
      ]);
      return refused.length === 0 ? 'saved' : 'stale';
    },
  };
};

const savingStep = (table: Table, { customer, expects }: CustomerChange): Step => ({
  Put: {
    TableName: table.name,
    Item: customerItem(customer),
    // Race: two agents edit one card, or merge A into B and B into A. The second loads again.
    ConditionExpression: 'version = :expects',
    ExpressionAttributeValues: { ':expects': expects },
  },
});

/** Up the steps of merging; a ring cannot be saved, the bound is for what nobody foresaw. */
const rootOf = async (
  first: Customer,
  load: CustomerStore['load'],
): Promise<Customer | undefined> => {
  let customer: Customer | undefined = first;
  for (let step = 0; step < largestPerson && customer?.mergedInto !== undefined; step += 1)
    customer = await load(customer.mergedInto);
  return customer;
};

/** Everyone below, level by level. */
const mergedInto = async (table: Table, root: Customer): Promise<readonly Customer[]> => {
  const all: Customer[] = [];
  let ids = root.merged ?? [];
  while (ids.length > 0 && all.length < largestPerson) {
    const level = await batchGet(table, ids.map(customerKey));
    const found = ids.flatMap((id) => customerOfItem(level.find(customerKey(id))) ?? []);
    all.push(...found);
    ids = found.flatMap(({ merged = [] }) => merged);
  }
  return all;
};

type IdentityName = Pick<Identity, 'channel' | 'connectionId' | 'externalId'>;

/** Where an identity's customer may be: behind a pointer, or under the id derived from it. */
export const identityKeys = (identity: IdentityName): readonly Key[] => {
  const key = identityKeyOf(identity);
  return [identityPointer(key), customerKey(customerIdOf(key))];
};

/** A pointer beats the derived id: it was written later, when identities moved to another person. */
export const customerOf = async (
  table: Table,
  identity: IdentityName,
  found: Found,
): Promise<Customer | undefined> => {
  const key = identityKeyOf(identity);
  const pointer = found.find(identityPointer(key));
  return customerOfItem(
    pointer
      ? await get(table, customerKey(String(pointer['customerId'])))
      : found.find(customerKey(customerIdOf(key))),
  );
};

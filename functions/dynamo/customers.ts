import type { Customer, Identity } from '../../schemas/customer.ts';
import { identityKeyOf } from '../desk/customers/identity-key.ts';
import { customerIdOf } from '../desk/ids.ts';
import type { CustomerStore } from '../desk/stores.ts';
import { batchGet, type Found } from './batch-get.ts';
import { customerItem, customerOfItem, identitySteps } from './customer-item.ts';
import { customerKey, identityPointer, type Key } from './keys.ts';
import { get } from './query.ts';
import type { Table } from './table.ts';
import { transact } from './transact.ts';

export const customerStore = (table: Table): CustomerStore => ({
  load: async (customerId) => customerOfItem(await get(table, customerKey(customerId))),

  findByIdentity: async (identity) =>
    customerOf(table, identity, await batchGet(table, identityKeys(identity))),

  save: async (customer, expects) => {
    const { refused } = await transact(table, [
      {
        Put: {
          TableName: table.name,
          Item: customerItem(customer),
          // Race: two agents edit one card. The second loads again.
          ConditionExpression: 'version = :expects',
          ExpressionAttributeValues: { ':expects': expects },
        },
      },
      ...identitySteps(table, customer, customer.identities),
    ]);
    return refused.length === 0 ? 'saved' : 'stale';
  },
});

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

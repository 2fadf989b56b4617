import type { Customer, Identity } from '../../schemas/customer.ts';
import { identityKeyOf } from '../desk/customers/identity-key.ts';
import { customerIdOf } from '../desk/ids.ts';
import { customerKey, identityPointer } from './keys.ts';
import type { Item, Table } from './table.ts';
import type { Step } from './transact.ts';

export const customerItem = (customer: Customer): Item => ({
  ...customerKey(customer.id),
  version: customer.version,
  customer,
});

export const customerOfItem = (item: Item | undefined): Customer | undefined =>
  item?.['customer'] as Customer | undefined;

/**
 * A customer whose id is derived from an identity is found by deriving it again, so that identity needs no pointer:
 * two write units less for every new customer.
 */
export const needsPointer = (customer: Customer, identity: Identity): boolean =>
  customerIdOf(identityKeyOf(identity)) !== customer.id;

export const customerSteps = (table: Table, customer: Customer): readonly Step[] => [
  {
    Put: {
      TableName: table.name,
      Item: customerItem(customer),
      // Race: two first messages of one person on two channels' workers. One makes the customer, the other finds it.
      ConditionExpression: 'attribute_not_exists(PK)',
    },
  },
  ...identitySteps(table, customer, customer.identities),
];

/** Pointers from identities to their customer; one that belongs to somebody else refuses the change. */
export const identitySteps = (
  table: Table,
  customer: Customer,
  identities: readonly Identity[],
): readonly Step[] =>
  identities
    .filter((identity) => needsPointer(customer, identity))
    .map((identity) => ({
      Put: {
        TableName: table.name,
        Item: { ...identityPointer(identityKeyOf(identity)), customerId: customer.id },
        ConditionExpression: 'attribute_not_exists(PK) OR customerId = :customer',
        ExpressionAttributeValues: { ':customer': customer.id },
      },
    }));

import type { Customer, Identity } from '../../../schemas/customer.ts';
import { identityKeyOf } from './identity-key.ts';

type Sign = { readonly letsUsIn: boolean; readonly at: string };

/**
 * The customer after a sign that an identity blocked us or lets us in; undefined when it says nothing new. The newest
 * sign by the provider's time holds, in whatever order signs come.
 */
export const withSign = (
  customer: Customer,
  identity: Pick<Identity, 'channel' | 'connectionId' | 'externalId'>,
  { letsUsIn, at }: Sign,
): Customer | undefined => {
  const key = identityKeyOf(identity);
  const before = customer.identities.find((one) => identityKeyOf(one) === key);
  const after = before && changed(before, { letsUsIn, at });
  if (!after) return undefined;
  return {
    ...customer,
    identities: customer.identities.map((one) => (one === before ? after : one)),
    version: customer.version + 1,
  };
};

const changed = (identity: Identity, { letsUsIn, at }: Sign): Identity | undefined => {
  const { blockedAt, reachableAt } = identity;
  if (letsUsIn) {
    if (reachableAt !== undefined && reachableAt >= at) return undefined;
    const isOver = blockedAt !== undefined && blockedAt <= at;
    return { ...identity, reachableAt: at, blockedAt: isOver ? undefined : blockedAt };
  }
  if (reachableAt !== undefined && reachableAt >= at) return undefined;
  if (blockedAt !== undefined && blockedAt >= at) return undefined;
  return { ...identity, blockedAt: at };
};

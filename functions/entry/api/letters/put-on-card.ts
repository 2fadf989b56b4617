import type { Identity } from '../../../../schemas/customer.ts';
import { conflict, missing } from '../../../desk/problem.ts';
import type { ApiDeps } from '../api-deps.ts';

const triesMax = 5;

/**
 * Adds a postal address to the card of the customer whom the clerk recognized, so that this letter and the next from
 * there find them.
 * @throws Problem `customer.missing`, `letter.address-taken`
 */
export async function putOnCard(
  { customers }: Pick<ApiDeps, 'customers'>,
  customerId: string,
  identity: Identity,
): Promise<void> {
  const { externalId } = identity;
  for (let tries = 0; tries < triesMax; tries += 1) {
    const customer = await customers.load(customerId);
    if (!customer) throw missing('customer.missing', `There is no customer ${customerId}.`);
    const isThere = customer.identities.some(
      (one) => one.channel === 'letter' && one.externalId === externalId,
    );
    if (isThere) return;
    const [owner] = await customers.findByIdentities([identity]);
    if (owner && owner.customer.id !== customerId) break;
    const changed = {
      ...customer,
      identities: [...customer.identities, identity],
      version: customer.version + 1,
    };
    if ((await customers.save(changed, customer.version)) === 'saved') return;
  }
  throw conflict(
    'letter.address-taken',
    'This name and address are on another customer’s card. Choose that one, or merge the two.',
  );
}

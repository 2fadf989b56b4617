import type { Message } from '../../../schemas/timeline.ts';
import { withSign } from '../../desk/customers/reachable.ts';
import { log } from '../../observe/log.ts';
import type { DeliverDeps } from './deliver-deps.ts';

const triesMax = 3;

/**
 * Remembers on the customer's card that they stopped us there, for channels that tell it only when we write. What the
 * person does later counts more, so losing a race to it is no loss.
 */
export async function noteBlocked(
  { customers, now }: Pick<DeliverDeps, 'customers' | 'now'>,
  { channel, connectionId, address }: Message,
): Promise<void> {
  if (address === undefined) return;
  const identity = { channel, connectionId, externalId: address };
  for (let tries = 0; tries < triesMax; tries += 1) {
    const customer = await customers.findByIdentity(identity);
    const blocked = customer && withSign(customer, identity, { letsUsIn: false, at: now() });
    if (!customer || !blocked) return;
    if ((await customers.save(blocked, customer.version)) === 'saved') {
      log.info('deliver.identity.blocked', { connectionId, customerId: customer.id });
      return;
    }
  }
}

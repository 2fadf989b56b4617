import type * as endpoints from '../../../../schemas/api/mail.ts';
import { log } from '../../../observe/log.ts';
import type { UseCase } from '../types.ts';

export const listSuppressed: UseCase<typeof endpoints.listSuppressed> =
  ({ suppression }) =>
  async ({ query }) => {
    const { suppressed, cursor } = await suppression.list(query.cursor);
    return { suppressed: [...suppressed], cursor };
  };

export const suppressAddress: UseCase<typeof endpoints.suppressAddress> =
  ({ suppression, now }) =>
  async ({ body: { address, reason } }, by) => {
    await suppression.put(address, reason);
    log.info('address.suppressed', { agentId: by.id, reason });
    return { suppressed: { address, reason, at: now() } };
  };

/** Taking off what is not there changes nothing: two admins may do it at once. */
export const unsuppressAddress: UseCase<typeof endpoints.unsuppressAddress> =
  ({ suppression }) =>
  async ({ params }, by) => {
    const wasListed = await suppression.remove(params.address);
    log.info('address.unsuppressed', { agentId: by.id, wasListed });
    return { wasListed };
  };

import type * as endpoints from '../../../../schemas/api/mail.ts';
import { log } from '../../../observe/log.ts';
import { audited } from '../audited.ts';
import type { UseCase } from '../types.ts';

export const listSuppressed: UseCase<typeof endpoints.listSuppressed> =
  ({ suppression }) =>
  async ({ query }) => {
    const { suppressed, cursor } = await suppression.list(query.cursor);
    return { suppressed: [...suppressed], cursor };
  };

export const suppressAddress: UseCase<typeof endpoints.suppressAddress> =
  ({ suppression, audit, now }) =>
  async ({ body: { address, reason } }, by) => {
    await suppression.put(address, reason);
    const what = { action: 'address.suppressed', target: address.slice(0, 200) } as const;
    await audit.append(audited(by, { ...what, changes: { after: { reason } }, at: now() }));
    log.info('address.suppressed', { agentId: by.id, reason });
    return { suppressed: { address, reason, at: now() } };
  };

/** Taking off what is not there changes nothing: two admins may do it at once. */
export const unsuppressAddress: UseCase<typeof endpoints.unsuppressAddress> =
  ({ suppression, audit, now }) =>
  async ({ params }, by) => {
    const wasListed = await suppression.remove(params.address);
    const what = { action: 'address.unsuppressed', target: params.address.slice(0, 200) } as const;
    await audit.append(audited(by, { ...what, changes: { before: { wasListed } }, at: now() }));
    log.info('address.unsuppressed', { agentId: by.id, wasListed });
    return { wasListed };
  };

import type * as endpoints from '../../../../schemas/api/tickets.ts';
import { missing } from '../../../desk/problem.ts';
import { bodyOf } from '../../../storage/message-body.ts';
import type { UseCase } from '../types.ts';
import { loadMessage } from './load-ticket.ts';

/** The whole body, from beside the item when it did not fit. */
export const getMessageBody: UseCase<typeof endpoints.getMessageBody> =
  ({ tickets, files }) =>
  async ({ params, query }, by) => {
    const message = await loadMessage(tickets, {
      ...params,
      ...query,
      id: params.messageId,
      by,
    });
    const body = await bodyOf(files, message);
    if (!body) throw missing('body.missing', 'The body of this message is no longer stored.');
    return body;
  };

import type * as endpoints from '../../../../schemas/api/tickets.ts';
import { conflict } from '../../../desk/problem.ts';
import { resend } from '../../../desk/tickets/resend.ts';
import { log } from '../../../observe/log.ts';
import type { UseCase } from '../types.ts';
import { messageView } from '../views/entry-view.ts';
import { loadMessage } from './load-ticket.ts';
import { saveWithRetry } from './save-with-retry.ts';

/**
 * Puts a message back in the outbox: only one whose sending failed or ended unknown, and only once per outcome. The
 * delivery moves first, because it refuses a second resend; the ticket's clocks follow.
 */
export const resendMessage: UseCase<typeof endpoints.resendMessage> =
  (deps) =>
  async ({ params, body }, agent) => {
    const { ticketId, messageId } = params;
    const place = { ticketId, id: messageId, occurredAt: body.occurredAt };
    const message = await loadMessage(deps.tickets, { ...place, by: agent });
    let moved: typeof message | undefined;
    const { result } = await saveWithRetry(deps, { ticketId, by: agent }, async (loaded) => {
      const { delivery, change } = resend({ ...loaded, message, by: agent });
      if (!moved) {
        const again = { ...message, delivery };
        const from = message.delivery;
        if (!from || (await deps.outbox.moveDelivery({ message: again, from })) === 'stale')
          throw conflict('delivery.changed', 'The delivery moved on meanwhile. Look at it again.');
        moved = again;
      }
      return { change, result: moved };
    });
    log.info('message.resend.queued', { ticketId, messageId, agentId: agent.id });
    return { message: messageView(result) };
  };

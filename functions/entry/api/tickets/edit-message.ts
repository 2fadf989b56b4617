import type * as endpoints from '../../../../schemas/api/tickets.ts';
import type { Message } from '../../../../schemas/timeline.ts';
import { capabilities } from '../../../channels/registry/capabilities.ts';
import { queueEdit, refuseEdit } from '../../../desk/delivery/edit.ts';
import { conflict } from '../../../desk/problem.ts';
import type { EntryPlace } from '../../../desk/stores.ts';
import { editText } from '../../../desk/tickets/message-events.ts';
import { log } from '../../../observe/log.ts';
import type { ApiDeps } from '../api-deps.ts';
import type { UseCase } from '../types.ts';
import { messageView } from '../views/entry-view.ts';
import { type Asking, loadMessage } from './load-ticket.ts';

const triesMax = 5;

/**
 * Keeps the new wording with the old ones, then queues it for where the message was sent. The wording comes first: the
 * job carries out what it finds. Asked again after a crash between the two, the second step follows.
 */
export const editMessage: UseCase<typeof endpoints.editMessage> =
  (deps) =>
  async ({ params, body }, agent) => {
    const place = {
      ticketId: params.ticketId,
      id: params.messageId,
      occurredAt: body.occurredAt,
      by: agent,
    };
    const { text } = body;
    const message = await loadMessage(deps.tickets, place);
    refuseEdit(message, { by: agent, text, facts: capabilities[message.channel] });
    if (message.text === text && message.delivery?.edit?.state === 'sent')
      return { message: messageView(message) };
    const at = deps.now();
    await deps.tickets.changeMessage(place, (found) => editText(found, { text, at }));
    const queued = await queue(deps, place);
    log.info('message.edit.queued', { ...params, agentId: agent.id });
    return { message: messageView(queued) };
  };

/** Receipts move the delivery at the same time; each loser looks again. */
async function queue(deps: ApiDeps, place: Asking & EntryPlace): Promise<Message> {
  for (let tries = 0; tries < triesMax; tries += 1) {
    const message = await loadMessage(deps.tickets, place);
    const from = message.delivery;
    if (!from) break;
    const queued = { ...message, delivery: queueEdit(from, deps.now()) };
    if ((await deps.outbox.moveDelivery({ message: queued, from })) === 'saved') return queued;
  }
  throw conflict('delivery.changed', 'The delivery moved on meanwhile. Look at it again.');
}

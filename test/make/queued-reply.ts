import { moveDelivery } from '../../functions/desk/delivery/outcome.ts';
import type { DeliveryAction } from '../../functions/desk/delivery/states.ts';
import { claim } from '../../functions/desk/tickets/claim.ts';
import { reply } from '../../functions/desk/tickets/reply.ts';
import type { IntakeDeps } from '../../functions/entry/intake/intake-deps.ts';
import type { Message } from '../../schemas/timeline.ts';
import { aBook } from './a-desk.ts';
import { anAgent } from './a-ticket.ts';

const ways = {
  sending: ['claim'],
  sent: ['claim', 'sent'],
  unknown: ['claim', 'lose'],
} as const satisfies Record<string, readonly DeliveryAction[]>;

/** An agent's answer on a ticket, as far on its way as deliver would have brought it. */
export async function queuedReply(
  { tickets, outbox }: Pick<IntakeDeps, 'tickets' | 'outbox'>,
  ticketId: string,
  state: keyof typeof ways,
  now = '2026-11-22T10:01:00.000Z',
): Promise<Message> {
  const ticket = await tickets.load(ticketId);
  if (!ticket) throw new Error(`${ticketId} is missing`);
  const by = anAgent();
  const held = claim({ ticket, by, takeOver: false, now });
  if (held) await tickets.save(held);
  const { change, message } = reply({
    ticket: held?.ticket ?? ticket,
    by,
    clientId: 'reply-1',
    text: 'It left on Monday.',
    answersId: ticket.lastPublicId,
    attachments: [],
    statusAfter: 'waiting',
    book: aBook(),
    now,
  });
  await tickets.save(change);
  let { delivery } = message;
  for (const action of ways[state]) {
    const moved = delivery && moveDelivery(delivery, action, { now });
    if (!delivery || !moved) throw new Error(`${delivery?.state} takes no "${action}"`);
    await outbox.moveDelivery({ message: { ...message, delivery: moved }, from: delivery });
    delivery = moved;
  }
  return { ...message, delivery };
}

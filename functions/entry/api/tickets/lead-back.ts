import type { Reach } from '../../../../schemas/api/views.ts';
import type { Ticket } from '../../../../schemas/ticket.ts';
import { chatKey } from '../../../channels/pointers.ts';
import { capabilities } from '../../../channels/registry/capabilities.ts';
import { log } from '../../../observe/log.ts';
import type { ApiDeps } from '../api-deps.ts';

/**
 * What the customer answers in another chat shall come to this ticket: the chat is pointed at it before the answer is
 * saved. A chat that is busy with another open ticket of theirs stays with that. Mail finds its way by itself.
 */
export async function leadBack(
  { pointers, tickets }: Pick<ApiDeps, 'pointers' | 'tickets'>,
  ticket: Ticket,
  { channel, connectionId, address }: Reach,
): Promise<void> {
  const isOwn = connectionId === ticket.connectionId && address === ticket.replyTo.address;
  if (isOwn || !capabilities[channel].isConversation) return;
  const key = chatKey(channel, connectionId, address);
  const known = await pointers.lookUp({
    idempotencyKey: key,
    pointers: [],
    identity: { channel, connectionId, externalId: address },
  });
  const from = known.takenBy?.ticketId;
  if (from === ticket.id) return;
  const other = from === undefined ? undefined : await tickets.load(from);
  if (other && other.status !== 'closed' && other.status !== 'spam') return;
  const moved = await pointers.movePointer({ key, from, to: { ticketId: ticket.id } });
  log.info('ticket.chat.led-back', { ticketId: ticket.id, connectionId, outcome: moved });
}

import type { Inbound } from '../../desk/inbound.ts';
import type { KnownParties } from '../../desk/stores.ts';
import { isOfAlbum, joinAlbum } from '../../desk/tickets/message-events.ts';
import { refreshPreview } from './events/refresh-preview.ts';
import type { IntakeDeps } from './intake-deps.ts';
import type { Taken } from './taken.ts';

/**
 * Puts a further part of an album into the message that its first part became. The first part left the album's key in
 * the transaction that wrote the message; of two first parts at once one is refused and comes here. `alone`: there is
 * no such message, or it is too old to be the same album. A crash after the part's own key is written repeats nothing.
 */
export async function takeAlbumPart(
  deps: Pick<IntakeDeps, 'tickets'>,
  inbound: Inbound,
  known: KnownParties,
): Promise<Taken | 'alone' | 'stale'> {
  const target = known.pointers.find(({ key }) => key === inbound.albumKey)?.target;
  if (!target?.messageId || !target.occurredAt) return 'alone';
  if (!isOfAlbum({ occurredAt: target.occurredAt }, inbound.occurredAt)) return 'alone';
  const { ticketId, messageId, occurredAt } = target;
  const place = { ticketId, id: messageId, occurredAt };
  const { idempotencyKey, contentHash, text, attachments, flags } = inbound;
  const saved = await deps.tickets.joinMessage({
    place,
    idempotencyKey,
    contentHash,
    rule: (message) =>
      joinAlbum(message, { text, attachments: [...attachments], flags: [...flags] }),
  });
  if (saved !== 'saved') return 'stale';
  await refreshPreview(deps, place);
  const ticket = await deps.tickets.load(ticketId);
  return { ticketId, topic: ticket?.topic ?? '', messageId, occurredAt, how: 'joined' };
}

import type { EntryPlace } from '../../../desk/stores.ts';
import { changed } from '../../../desk/tickets/changed.ts';
import { previewOf, visibleText } from '../../../desk/tickets/message.ts';
import type { IntakeDeps } from '../intake-deps.ts';

const triesMax = 10;

/** Lists show the last message's first words: as they are now, and none of what was withdrawn. */
export async function refreshPreview(
  { tickets }: Pick<IntakeDeps, 'tickets'>,
  place: EntryPlace,
): Promise<void> {
  for (let tries = 0; tries < triesMax; tries += 1) {
    const ticket = await tickets.load(place.ticketId);
    if (!ticket || ticket.lastPublicId !== place.id) return;
    const message = await tickets.loadEntry(place);
    if (message?.type !== 'message') return;
    const preview = message.deletedAt === undefined ? previewOf(visibleText(message)) : '';
    if (preview === ticket.preview) return;
    if ((await tickets.save(changed(ticket, { preview }))) === 'saved') return;
  }
}

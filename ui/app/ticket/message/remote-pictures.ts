import { call } from '../../../state/desk.ts';
import type { MessageEntry } from '../../../state/ticket.ts';

/** Asked for at once: each is a request of the desk to a stranger's server. */
const atOnce = 4;

/**
 * Puts links of ours into the pictures of other servers: the desk fetches them, so the sender learns nothing of who
 * reads. Answers how many could not be had; those go.
 */
export const fillRemote = async (
  message: MessageEntry,
  images: readonly HTMLImageElement[],
): Promise<number> => {
  let next = 0;
  let missing = 0;
  const work = async () => {
    for (let index = next++; index < images.length; index = next++) {
      const image = images[index];
      const link = await call('getRemoteImage', {
        params: { ticketId: message.ticketId, messageId: message.id, index },
        query: { occurredAt: message.occurredAt },
      }).catch(() => undefined);
      if (link && image) image.src = link.url;
      else missing += 1;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return missing;
};

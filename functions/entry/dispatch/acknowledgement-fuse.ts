import type { Ticket } from '../../../schemas/ticket.ts';
import type { FuseStore } from '../../desk/stores.ts';

/** Two robots that answer each other stop here, whatever the headers say (channels.md 1.4). */
const mostInHour = 1;
const mostInDay = 5;

/**
 * Whether one more acknowledgement may go to the ticket's address. A ticket counts once: a repeated job asks again
 * and must not be refused because of itself. 3 write units.
 */
export async function passAcknowledgementFuse(
  fuses: FuseStore,
  ticket: Pick<Ticket, 'id' | 'channel' | 'connectionId' | 'replyTo'>,
  now: string,
): Promise<boolean> {
  const own = await fuses.count({ key: `ack|${ticket.id}`, window: 'day', now });
  if (own > 1) return true;
  const isMail = ticket.channel === 'mail' || ticket.channel === 'form';
  const whom = `ack|${isMail ? 'mail' : ticket.connectionId}|${ticket.replyTo.address}`;
  const [inHour, inDay] = await Promise.all([
    fuses.count({ key: whom, window: 'hour', now }),
    fuses.count({ key: whom, window: 'day', now }),
  ]);
  return inHour <= mostInHour && inDay <= mostInDay;
}

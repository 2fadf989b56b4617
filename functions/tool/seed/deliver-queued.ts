import { sendMessage } from '../../entry/deliver/send-message.ts';
import { loadSent, recordDelivery } from '../../entry/record-delivery.ts';
import type { World } from './world.ts';

/** Sends what waits in the outbox; of mail SES then tells that it was delivered. */
export const deliverQueued = async (world: World): Promise<void> => {
  for (const place of world.desk.takeQueued()) {
    world.clock.at += 700;
    const { ticketId, occurredAt, id: messageId } = place;
    await sendMessage(world.deliver, { kind: 'message', ticketId, occurredAt, messageId });
    const message = await loadSent(world.desk.tickets, place);
    if (message?.channel !== 'mail' && message?.channel !== 'form') continue;
    world.clock.at += 2_300;
    await recordDelivery(world.deliver, place, { action: 'delivered' });
  }
};

import type { Ticket } from '../../schemas/ticket.ts';
import { chatKey } from '../channels/pointers.ts';
import type { PointerStore, TicketStore } from '../desk/stores.ts';
import type { Visit } from '../desk/visits.ts';

/** Follow-ups walked through, as intake does. */
const longestChain = 8;

type Finding = {
  readonly tickets: Pick<TicketStore, 'load'>;
  readonly pointers: Pick<PointerStore, 'lookUp'>;
};

/** The ticket a conversation goes on with; undefined while nothing was written. One BatchGet and a read for each ticket of the chain. */
export async function ticketOfChat(
  { tickets, pointers }: Finding,
  { connectionId, chat }: Pick<Visit, 'connectionId' | 'chat'>,
): Promise<Ticket | undefined> {
  const { takenBy } = await pointers.lookUp({
    idempotencyKey: chatKey('chat', connectionId, chat),
    pointers: [],
    identity: { channel: 'chat', connectionId, externalId: chat },
  });
  let ticket = takenBy && (await tickets.load(takenBy.ticketId));
  for (let step = 0; step < longestChain && ticket?.followedUpBy; step += 1) {
    const next = await tickets.load(ticket.followedUpBy);
    if (!next) break;
    ticket = next;
  }
  return ticket;
}

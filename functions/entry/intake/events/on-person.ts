import type { TicketEvent } from '../../../../schemas/timeline.ts';
import type { ChannelEvent } from '../../../channels/channel.ts';
import { withSign } from '../../../desk/customers/reachable.ts';
import { eventIdOf } from '../../../desk/ids.ts';
import type { Inbound } from '../../../desk/inbound.ts';
import { changed } from '../../../desk/tickets/changed.ts';
import { recentTimeline } from '../../whole-timeline.ts';
import type { IntakeDeps } from '../intake-deps.ts';
import type { EventOutcome } from './outcome.ts';

type OnPerson = Extract<ChannelEvent, { readonly kind: 'blocked' | 'unblocked' | 'started' }>;
type Deps = Pick<IntakeDeps, 'tickets' | 'pointers' | 'customers'>;

const triesMax = 10;

/** Makes nobody and opens nothing: a sign on the card of somebody known, a fact on the record of an open ticket. */
export async function onPerson(deps: Deps, event: OnPerson): Promise<EventOutcome> {
  const known = await deps.pointers.lookUp({
    idempotencyKey: event.chat,
    pointers: [],
    identity: event.sender,
  });
  if (!known.customer) return 'of-nobody';
  const letsUsIn = event.kind !== 'blocked';
  const isNew = await noteSign(deps, event.sender, { letsUsIn, at: event.at });
  const isTold = known.takenBy && (await tellTicket(deps, known.takenBy.ticketId, event));
  return isNew || isTold ? 'applied' : 'unchanged';
}

/** Race: two signs of one person. Who saw an older card looks again. */
export async function noteSign(
  { customers }: Pick<Deps, 'customers'>,
  identity: Pick<Inbound['sender'], 'channel' | 'connectionId' | 'externalId'>,
  sign: { readonly letsUsIn: boolean; readonly at: string },
): Promise<boolean> {
  for (let tries = 0; tries < triesMax; tries += 1) {
    const customer = await customers.findByIdentity(identity);
    const changedCustomer = customer && withSign(customer, identity, sign);
    if (!changedCustomer) return false;
    if ((await customers.save(changedCustomer, customer.version)) === 'saved') return true;
  }
  throw new Error('the customer changed at every try');
}

/** Once: the event's id is made of what it says, and is looked for before it is written. */
async function tellTicket(deps: Deps, ticketId: string, event: OnPerson): Promise<boolean> {
  const id = eventIdOf(`${ticketId}|${event.kind}|${event.at}`);
  for (let tries = 0; tries < triesMax; tries += 1) {
    const ticket = await deps.tickets.load(ticketId);
    if (!ticket || ticket.status === 'closed' || ticket.status === 'spam') return false;
    const recent = await recentTimeline(deps.tickets, ticketId);
    if (recent.some((entry) => entry.id === id)) return false;
    const entry: TicketEvent = {
      type: 'event',
      id,
      ticketId,
      kind: event.kind,
      by: { kind: 'customer', name: ticket.customerName },
      occurredAt: event.at,
      data: event.payload === undefined ? {} : { payload: event.payload.slice(0, 300) },
    };
    if ((await deps.tickets.save(changed(ticket, {}, [entry]))) === 'saved') return true;
  }
  throw new Error(`${ticketId} changed at every try`);
}

import type { Ticket } from '../../../schemas/ticket.ts';
import type { Inbound } from '../../desk/inbound.ts';
import type { KnownParties } from '../../desk/stores.ts';
import { decide } from '../../desk/tickets/receive.ts';
import type { IntakeDeps } from './intake-deps.ts';

/** Where a message goes. `followUpOf`: the closed ticket it goes on from. */
export type Place =
  | { readonly kind: 'append'; readonly ticket: Ticket }
  | { readonly kind: 'open'; readonly followUpOf?: Ticket };

/**
 * Follow-ups of follow-ups walked through, one read each; only a loop in the data is longer. A thread that closes every
 * fortnight takes years to come here.
 */
const longestChain = 200;

/**
 * The pointer of a ticket's follow-up. It is created with the follow-up, so of two messages that find the ticket
 * closed for long one opens a follow-up and the other meets it there.
 */
export const followUpKey = (ticketId: string) => `follow-up|${ticketId}`;

/** Asks the signals in the order in which they are to be believed: address, message ids, subject tag, quoted marker. */
export async function findPlace(
  deps: Pick<IntakeDeps, 'tickets' | 'pointers' | 'settings'>,
  inbound: Inbound,
  known: KnownParties,
): Promise<Place> {
  const named = [...inbound.knownTickets, ...known.pointers.map(({ target }) => target.ticketId)];
  for (const ticketId of new Set(named)) {
    const ticket = await deps.tickets.load(ticketId);
    if (ticket) return onOrAfter(deps, inbound, ticket);
  }
  for (const ticketId of inbound.hintedTickets ?? []) {
    const ticket = await deps.tickets.load(ticketId);
    // A tag can be read off a screen or a forwarded mail: it counts only from somebody who takes part.
    if (ticket?.participants.includes(inbound.sender.externalId))
      return onOrAfter(deps, inbound, ticket);
  }
  return { kind: 'open' };
}

/** The ticket itself, or what went on from it. */
async function onOrAfter(
  deps: Pick<IntakeDeps, 'tickets' | 'pointers' | 'settings'>,
  inbound: Inbound,
  first: Ticket,
): Promise<Place> {
  let ticket = first;
  for (let step = 0; step < longestChain; step += 1) {
    if (decide(ticket, inbound, deps.settings) === 'append') return { kind: 'append', ticket };
    const next = await followUpOf(deps, inbound, ticket);
    if (!next) return { kind: 'open', followUpOf: ticket };
    ticket = next;
  }
  return { kind: 'open' };
}

async function followUpOf(
  { tickets, pointers }: Pick<IntakeDeps, 'tickets' | 'pointers'>,
  { idempotencyKey, sender }: Inbound,
  ticket: Ticket,
): Promise<Ticket | undefined> {
  const found =
    ticket.followedUpBy ??
    (
      await pointers.lookUp({
        idempotencyKey,
        pointers: [followUpKey(ticket.id)],
        identity: sender,
      })
    ).pointers[0]?.target.ticketId;
  return found === undefined ? undefined : tickets.load(found);
}

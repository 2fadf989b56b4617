import type { Agent } from '../../../schemas/agent.ts';
import type { Capacity, Line } from '../../../schemas/desk.ts';
import type { AgentLoad, Presence } from '../../../schemas/presence.ts';
import type { Ticket } from '../../../schemas/ticket.ts';
import { isLive } from '../presence/live-channels.ts';
import { takenToday } from '../presence/loads.ts';
import { isOfLine } from './competence.ts';

/**
 * A ticket that is handed out is written down with the person first. It counts this long: far longer than counters run
 * behind, and should the hand-out die before the ticket is saved, the place is free again by itself.
 */
const reservedMilliseconds = 120_000;

type Reservation = NonNullable<Presence['pushed']>[number];
type Channel = Pick<Ticket, 'channel'>;

/** Places that are taken although the counters may not know it yet. */
export const reservationsOf = (
  presence: Presence | undefined,
  now: string,
): readonly Reservation[] => {
  const since = Date.parse(now) - reservedMilliseconds;
  return (presence?.pushed ?? []).filter(({ at }) => Date.parse(at) > since);
};

type Loaded = { readonly load?: AgentLoad | undefined; readonly presence?: Presence | undefined };

/**
 * What somebody holds and took. A ticket handed out in the last two minutes may be in the counters already and is then
 * counted twice: for these minutes a person gets too little rather than too much.
 */
export const workloadOf = ({ load, presence }: Loaded, now: string): Required<Capacity> => {
  const reserved = reservationsOf(presence, now);
  return {
    tickets: (load?.tickets ?? 0) + reserved.length,
    chats: (load?.chats ?? 0) + reserved.filter(({ channel }) => isLive(channel)).length,
    perDay: takenToday(load, now) + reserved.length,
  };
};

/** Whether one more ticket of a channel fits; what is not limited always does. */
export const hasRoom = (
  capacity: Capacity | undefined,
  work: Required<Capacity>,
  { channel }: Channel,
): boolean =>
  work.tickets < (capacity?.tickets ?? Number.POSITIVE_INFINITY) &&
  work.perDay < (capacity?.perDay ?? Number.POSITIVE_INFINITY) &&
  (!isLive(channel) || work.chats < (capacity?.chats ?? Number.POSITIVE_INFINITY));

/** How much somebody takes on: as the ticket's line says if it is theirs, else as their first line that says it. */
export const capacityOf = (
  agent: Pick<Agent, 'lines'>,
  lineId: string | undefined,
  lines: readonly Line[],
): Capacity | undefined => {
  const own = lines.filter(({ id }) => isOfLine(agent, id));
  return (own.find(({ id }) => id === lineId) ?? own.find(({ capacity }) => capacity))?.capacity;
};

/** The person's presence with a place taken for a ticket; kept is what still counts, and when they last got something. */
export const reserve = (
  presence: Presence,
  { id, channel }: Pick<Ticket, 'id' | 'channel'>,
  now: string,
): Presence => {
  const others = reservationsOf(presence, now).filter(({ ticketId }) => ticketId !== id);
  return {
    ...presence,
    pushed: [...others, { ticketId: id, channel, at: now }].slice(-50),
    version: presence.version + 1,
  };
};

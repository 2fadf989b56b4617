import type { Agent } from '../../../schemas/agent.ts';
import type { Capacity, Line } from '../../../schemas/desk.ts';
import type { AgentLoad, Presence } from '../../../schemas/presence.ts';
import type { Ticket } from '../../../schemas/ticket.ts';
import { isLive } from '../presence/live-channels.ts';
import { takenToday } from '../presence/loads.ts';
import type { Work } from '../stores.ts';
import { isOfLine } from './competence.ts';

/**
 * A ticket that is handed out is written down with the person first. It counts this long: far longer than counters run
 * behind, and should the hand-out die before the ticket is saved, the place is free again by itself.
 */
const reservedMilliseconds = 120_000;

type Reservation = NonNullable<Presence['pushed']>[number];
type Channel = Pick<Ticket, 'channel'>;

/** As many as a presence keeps: who was handed so many within seconds waits until they are counted. */
const mostReserved = 50;

type Loaded = {
  readonly load?: AgentLoad | undefined;
  readonly presence?: Presence | undefined;
  /** Without it every place counts that was reserved lately. */
  readonly isCounted?: Work['isCounted'] | undefined;
};

/** Places that are taken and not in the counters yet. */
export const reservationsOf = (
  { presence, isCounted = () => false }: Pick<Loaded, 'presence' | 'isCounted'>,
  now: string,
): readonly Reservation[] => {
  const since = Date.parse(now) - reservedMilliseconds;
  return (presence?.pushed ?? []).filter((one) => Date.parse(one.at) > since && !isCounted(one));
};

/** What somebody holds and took: what the counters say, and the places reserved that are not in them yet. */
export const workloadOf = (loaded: Loaded, now: string): Required<Capacity> => {
  const { load } = loaded;
  const reserved = reservationsOf(loaded, now);
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

/** Whether one more hand-out can be written down. */
export const canReserve = (loaded: Loaded, now: string): boolean =>
  reservationsOf(loaded, now).length < mostReserved;

/** The person's presence with a place taken for the ticket's next version; of the earlier ones those that still count. */
export const reserve = (
  { presence, isCounted }: { readonly presence: Presence; readonly isCounted: Work['isCounted'] },
  { id, channel, version }: Pick<Ticket, 'id' | 'channel' | 'version'>,
  now: string,
): Presence => {
  const others = reservationsOf({ presence, isCounted }, now).filter(
    ({ ticketId }) => ticketId !== id,
  );
  return {
    ...presence,
    pushed: [...others, { ticketId: id, version: version + 1, channel, at: now }],
    version: presence.version + 1,
  };
};

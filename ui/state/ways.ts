import type { Reach } from '../../schemas/api/views.ts';

/** The part of a reach that names it. */
type WayName = Pick<Reach, 'connectionId' | 'address'>;

export const isSameWay = (one: WayName, other: WayName | undefined): boolean =>
  one.connectionId === other?.connectionId && one.address === other.address;

/** The way chosen among all, or the ticket's own. */
export const chosenWay = (
  { reach, otherWays }: { reach?: Reach; otherWays?: readonly Reach[] },
  via: WayName | undefined,
): Reach | undefined => (otherWays ?? []).find((way) => isSameWay(way, via)) ?? reach;

/** Whether words of our own would be taken there at `now`, epoch milliseconds. */
export const takesText = (way: Reach, now: number): boolean =>
  (way.state === 'open' || way.state === 'person-only') && !isOver(way, now);

/** An open state whose end has come since the ticket was read; what follows it, only the API knows. */
export const isOver = ({ state, closesAt }: Reach, now: number): boolean =>
  (state === 'open' || state === 'person-only') &&
  closesAt !== undefined &&
  Date.parse(closesAt) <= now;

/** The first of the other ways that would take an answer. */
export const openWayOf = (
  ways: readonly Reach[],
  current: Reach | undefined,
  now: number,
): Reach | undefined => ways.find((way) => !isSameWay(way, current) && takesText(way, now));

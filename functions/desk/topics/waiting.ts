import type { TicketSummary } from '../../../schemas/ticket.ts';

/** A ticket in the order in which agents are offered them. */
export type Waiting = Pick<TicketSummary, 'id' | 'channel' | 'waitingSince'>;

type Question = {
  /** The topic's work list from its head. */
  readonly list: readonly Waiting[];
  /** The list is longer than what was read. */
  readonly isCut: boolean;
  readonly channel: TicketSummary['channel'];
  /** The ticket that asks, if it waits; without one the answer is for somebody who writes now. */
  readonly ticketId?: string;
  /** Open seconds since an instant. */
  readonly secondsSince: (instant: string) => number;
};

export type Wait = {
  /** 1 is next. Absent for who has not written yet. */
  readonly position?: number;
  /** `position` counts only what was read. */
  readonly isFarBack?: boolean;
  /** Rounded up. Absent when nothing honest can be said. */
  readonly minutes?: number;
};

/** Nobody believes 37 minutes; beyond four hours a number would only pretend. */
const steps = [1, 2, 3, 5, 10, 15, 20, 30, 45, 60, 90, 120, 180, 240] as const;

export const roundedMinutes = (seconds: number): number | undefined =>
  steps.find((minutes) => seconds <= minutes * 60);

/**
 * Place and expected wait. Everybody who came after the longest-waiting chat and waits too came in the time that one
 * has waited; while about as many are answered as come, a place costs that time divided by their number (Little's law).
 * With fewer than two of the channel waiting there is nothing to divide, and no number is given.
 */
export function waitOf({ list, isCut, channel, ticketId, secondsSince }: Question): Wait {
  const waiting = list.filter(({ waitingSince }) => waitingSince !== undefined);
  const own = waiting.findIndex(({ id }) => id === ticketId);
  const isOutside = ticketId !== undefined && own < 0;
  const place = ticketId === undefined ? {} : { position: (isOutside ? waiting.length : own) + 1 };
  const minutes = isOutside && isCut ? undefined : minutesOf();
  return {
    ...place,
    ...(isOutside && isCut && { isFarBack: true }),
    ...(minutes !== undefined && { minutes }),
  };

  function minutesOf(): number | undefined {
    const alike = waiting.filter((ticket) => ticket.channel === channel);
    const longest = alike.flatMap(({ waitingSince }) => waitingSince ?? []).toSorted()[0];
    if (longest === undefined || alike.length < 2) return undefined;
    const index = alike.findIndex(({ id }) => id === ticketId);
    const places = (index < 0 ? alike.length : index) + 1;
    return roundedMinutes((secondsSince(longest) / alike.length) * places);
  }
}

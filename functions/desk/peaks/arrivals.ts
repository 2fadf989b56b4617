import type { ArrivalDay } from '../../../schemas/peak.ts';
import type { TicketSummary } from '../../../schemas/ticket.ts';
import type { TicketStep } from '../topics/queue-counts.ts';
import { dayAfter, dayOf, hourOfDay } from './days.ts';

/** First messages of today and of the closed days before, as tally keeps them. */
export type Arrivals = {
  /** Counting began then: that day is not whole. */
  readonly since: string;
  /** In order; days without a ticket are missing. */
  readonly days: readonly ArrivalDay[];
};

/** Closed days that are kept beside today, so that a digest that stood still for 72 hours misses none. */
const closedDays = 3;

type Opened = Pick<TicketSummary, 'createdAt' | 'topic' | 'status'>;

/** Tickets that appeared in some steps; what is held apart as spam asked for nobody. */
export const openedIn = (steps: readonly TicketStep[]): readonly TicketSummary[] =>
  steps.flatMap(({ before, after }) =>
    !before && after && after.status !== 'spam' ? [after] : [],
  );

/**
 * Adds tickets by the hour (UTC) of their first message. One that is older than what is kept (a mail replayed, an
 * archive taken in) is no arrival; one of the future, by a provider's clock, came now.
 */
export const addArrivals = (
  before: Arrivals | undefined,
  opened: readonly Opened[],
  now: string,
): Arrivals => {
  const first = dayAfter(dayOf(now), -closedDays);
  const days = new Map((before?.days ?? []).map((day) => [day.day, day.topics]));
  for (const { createdAt, topic } of opened) {
    const at = createdAt < now ? createdAt : now;
    const day = dayOf(at);
    const topics = days.get(day) ?? {};
    const hours = topics[topic] ?? Array.from({ length: 24 }, () => 0);
    days.set(day, {
      ...topics,
      [topic]: hours.with(hourOfDay(at), (hours[hourOfDay(at)] ?? 0) + 1),
    });
  }
  return {
    since: before?.since ?? now,
    days: [...days]
      .filter(([day]) => day >= first)
      .map(([day, topics]) => ({ day, topics }))
      .toSorted((a, b) => (a.day < b.day ? -1 : 1)),
  };
};

/** Days that are over and were counted from their first moment on; one without a ticket is a day of none. */
export const closedArrivals = (
  arrivals: Arrivals | undefined,
  now: string,
): readonly ArrivalDay[] =>
  Array.from({ length: closedDays }, (_, index) => dayAfter(dayOf(now), index - closedDays))
    .filter((day) => arrivals !== undefined && arrivals.since <= `${day}T00:00:00.000Z`)
    .map((day) => arrivals?.days.find((one) => one.day === day) ?? { day, topics: {} });

import type { ClockAlert, ClockEvent, ClockInstance, ClockState } from '../../../schemas/clock.ts';
import type { Ticket } from '../../../schemas/ticket.ts';
import type { TicketEvent, TimelineEntry } from '../../../schemas/timeline.ts';
import { robot } from '../access.ts';
import { eventIdOf } from '../ids.ts';
import { advance } from '../promises/advance.ts';
import type { Book } from '../promises/book.ts';
import { runClocks } from '../promises/clocks.ts';
import { clockEventsOf, recordedAlertsOf } from './clock-events.ts';

/** What the clocks say about a ticket, to be spread into it. */
type ClockFields = Pick<Ticket, 'clocks' | 'dueAt' | 'isBreached'>;

/** What one or several clock events did to a ticket. */
export type Clocked = {
  readonly fields: ClockFields;
  readonly ended: ClockInstance[];
  readonly alerts: ClockAlert[];
};

const instant = (seconds: number) => new Date(seconds * 1000).toISOString();

/** The attributes that lists read, from the clocks. */
export const clockFields = (clocks: ClockState | undefined): ClockFields => {
  const running = (clocks?.running ?? []).filter((clock) => clock.ended === undefined);
  const due = running
    .filter((clock) => clock.kind !== 'resolution' && clock.due !== undefined)
    .map((clock) => instant(clock.due ?? 0))
    .toSorted()[0];
  return {
    clocks,
    dueAt: due,
    isBreached: running.some((clock) => clock.breached !== undefined),
  };
};

/** The clocks can only be told from the whole timeline: load it (all pages) and ask the rule again with it. */
export class TimelineNeeded extends Error {
  override readonly name = 'TimelineNeeded';
}

/** What clocks need besides the events. */
export type Folding = {
  readonly book: Book;
  /** Every entry so far, given after a `TimelineNeeded`. */
  readonly timeline?: readonly TimelineEntry[];
  /** All of it was reported from outside, at its own time: a call, an answer in the channel's own app. */
  readonly isReported?: boolean;
};

type Taking = Pick<Ticket, 'clocks'> & Partial<Pick<Ticket, 'createdAt' | 'priority'>>;

/** Only people outside and the mail's way can be late; what we do ourselves happens now, whatever a clock says. */
const isFromOutside = (event: ClockEvent) =>
  event.kind === 'customer-message' ||
  event.kind === 'third-party-message' ||
  event.kind === 'delivery-failed';

const notBefore = (event: ClockEvent, last: number): ClockEvent =>
  isFromOutside(event) || Date.parse(event.at) >= last
    ? event
    : { ...event, at: new Date(last).toISOString() };

/**
 * Takes events into the ticket's clocks. A ticket that dispatch has not reached yet has none: dispatch folds
 * all that happened until then. An event older than the last one folds the whole timeline again, and throws
 * `TimelineNeeded` when that was not given.
 */
export const advanceClocks = (
  ticket: Taking,
  events: readonly ClockEvent[],
  { book, timeline, isReported = false }: Folding,
): Clocked => {
  let clocks = ticket.clocks;
  const ended: ClockInstance[] = [];
  const alerts: ClockAlert[] = [];
  for (const event of events) {
    if (!clocks) break;
    const taken: ClockEvent = isReported ? event : notBefore(event, clocks.last);
    const step = advance(clocks, taken, book);
    if (step === 'refold') {
      if (!timeline) throw new TimelineNeeded(`a ${event.kind} of ${event.at} needs the timeline`);
      return foldAgain({ ...ticket, clocks }, events, { book, timeline });
    }
    clocks = step.state;
    ended.push(...step.ended);
    alerts.push(...step.alerts);
  }
  return { fields: clockFields(clocks), ended, alerts };
};

const foldAgain = (
  ticket: Taking,
  events: readonly ClockEvent[],
  { book, timeline = [] }: Folding,
): Clocked => {
  const { createdAt = '', priority = 'normal', clocks } = ticket;
  const past = clockEventsOf({ createdAt, priority, clocks }, timeline, clocks?.use);
  const step = runClocks([...past, ...events], book, recordedAlertsOf(timeline));
  const known = new Set(endedOf(timeline).map(outcomeOf));
  return {
    fields: clockFields(step.state),
    ended: step.ended.filter((instance) => !known.has(outcomeOf(instance))),
    alerts: [...step.alerts],
  };
};

/** A clock may end, go on after reopening and end again, and a bounce turns met into unmet: each is news. */
const outcomeOf = ({ id, state, endedAt }: ClockInstance) => `${id} ${state} ${endedAt}`;

const endedOf = (timeline: readonly TimelineEntry[]): ClockInstance[] =>
  timeline.flatMap((entry) => (entry.type === 'note' ? [] : (entry.ended ?? [])));

/**
 * A warning or breach on the timeline. The id names the alert once and for all, and the store puts it on
 * condition that it is new: however often a sweep repeats, it is recorded and announced once.
 */
export const alertEvent = (ticketId: string, alert: ClockAlert): TicketEvent => ({
  type: 'event',
  id: eventIdOf(`${ticketId}|${alert.instance}|${alert.point}`),
  ticketId,
  kind: alert.what === 'warn' ? 'warned' : 'breached',
  by: robot,
  occurredAt: alert.at,
  data: {
    instance: alert.instance,
    clock: alert.kind,
    point: alert.point,
    dueAt: alert.dueAt,
    priority: alert.priority,
    promise: alert.promise,
    late: alert.late,
    announce: alert.announce,
  },
});

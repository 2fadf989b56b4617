import type { Calendar } from '../../../schemas/calendar.ts';
import type { PromiseUse, ServicePromise } from '../../../schemas/promise.ts';
import type { Ticket } from '../../../schemas/ticket.ts';
import type { Actor, TicketEvent, TimelineEntry } from '../../../schemas/timeline.ts';
import type { TicketChange } from '../change.ts';
import { changed, eventOf } from '../tickets/changed.ts';
import { advanceClocks, alertEvent } from '../tickets/clocked.ts';
import type { Book } from './book.ts';
import { pinUse, selectPromise } from './select-promise.ts';

type Applying = {
  readonly ticket: Ticket;
  /** As they are now, in order. */
  readonly promises: readonly ServicePromise[];
  readonly calendars: readonly Calendar[];
  /** What the ticket's clocks have used so far, and the versions above. */
  readonly book: Book;
  /** Only after a `TimelineNeeded`. */
  readonly timeline?: readonly TimelineEntry[];
  readonly by: Actor;
  readonly now: string;
};

/**
 * The promise that would be the ticket's if it came in now, with the profile it was created under (sla.md 11, 17).
 * Undefined where no promise matches: what was promised is not taken back by a list that grew shorter.
 */
const useNow = ({ ticket, promises, calendars }: Applying): PromiseUse | undefined => {
  const promise = selectPromise(promises, ticket);
  return promise && pinUse(promise, ticket.clocks?.use?.profile ?? 'normal', calendars);
};

const isSame = (a: PromiseUse | undefined, b: PromiseUse): boolean =>
  a?.promise === b.promise && a.calendars.toSorted().join() === b.calendars.toSorted().join();

/**
 * Gives an open ticket the promise that is its now; breaches and pauses stay. Undefined when it has it already, so that
 * applying again changes nothing.
 * @throws TimelineNeeded
 */
export const applyPromiseTo = (applying: Applying): TicketChange | undefined => {
  const { ticket, book, timeline, by, now } = applying;
  const { clocks } = ticket;
  // Dispatch gives the first promise; what is closed keeps its record.
  if (!clocks || clocks.status === 'closed' || clocks.status === 'spam') return undefined;
  const use = useNow(applying);
  if (!use || isSame(clocks.use, use)) return undefined;
  const { promise, calendars } = use;
  const clocked = advanceClocks(ticket, [{ kind: 'promise', at: now, promise, calendars }], {
    book,
    ...(timeline && { timeline }),
  });
  const event = eventOf(ticket, 'promise', { by, now, data: dataOf(clocks.use, use) });
  const ended = clocked.ended.length > 0 ? clocked.ended : undefined;
  return changed(ticket, clocked.fields, [
    { ...event, ended },
    ...clocked.alerts.map((alert) => alertEvent(ticket.id, alert)),
  ]);
};

/** All that folding the ticket again needs to know. An entry's data are plain values: a list is words. */
const dataOf = (from: PromiseUse | undefined, to: PromiseUse): TicketEvent['data'] => ({
  from: from?.promise ?? '',
  fromCalendars: from?.calendars.join(' ') ?? '',
  to: to.promise,
  calendars: to.calendars.join(' '),
  profile: to.profile,
});

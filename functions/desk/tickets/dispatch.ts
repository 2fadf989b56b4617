import type { Language } from '../../../schemas/primitives.ts';
import type { Hold, Ticket } from '../../../schemas/ticket.ts';
import type { TicketEvent, TimelineEntry } from '../../../schemas/timeline.ts';
import { robot } from '../access.ts';
import type { TicketChange } from '../change.ts';
import { messageIdOf } from '../ids.ts';
import { bookOf } from '../promises/book.ts';
import { runClocks } from '../promises/clocks.ts';
import { pinUse, selectPromise } from '../promises/select-promise.ts';
import type { Unknown } from '../waiting/expected.ts';
import { toldOf } from '../waiting/told.ts';
import { acknowledgement, type Expectation, promisedExpectation } from './acknowledgement.ts';
import { changed, eventOf, later } from './changed.ts';
import { clockEventsOf, recordedAlertsOf } from './clock-events.ts';
import { alertEvent, clockFields } from './clocked.ts';
import { type Terms, type TermsDesk, termsOf } from './terms.ts';

/** What the desk's settings say about a new ticket. */
export type DispatchDesk = TermsDesk & { readonly name: string; readonly language: Language };

/** Into whose hands the desk itself gives a ticket, or to which line instead of the one by competence. */
export type Given = {
  readonly line?: string;
  readonly to?: {
    readonly agent: { readonly id: string; readonly name: string };
    readonly why: 'push' | 'manager' | 'substitute';
    readonly hold?: Hold | undefined;
  };
};

type Dispatching = {
  ticket: Ticket;
  /** The whole timeline so far. */
  entries: readonly TimelineEntry[];
  desk: DispatchDesk;
  /** The fuse against loops allows one more acknowledgement to this address. */
  isAckAllowed: boolean;
  /** What personal managers and lines that hand out make of it. */
  given?: Given | undefined;
  /** What the state of the queue says of one that waits there; told instead of the promise's target. */
  expectation?: Expectation | Unknown | undefined;
  now: string;
};

export const acknowledgementIdOf = (ticketId: string) => messageIdOf(`acknowledgement|${ticketId}`);

/** Whether dispatch still has something to do: a repeated job finds nothing and changes nothing. */
export const needsDispatch = (ticket: Ticket): boolean =>
  ticket.clocks === undefined || needsAcknowledgement(ticket);

/** Spam is promised like any other, held until somebody finds that it is none, but never answered. */
export const needsAcknowledgement = (ticket: Ticket): boolean =>
  ticket.status !== 'spam' && ticket.mayAcknowledge && ticket.acknowledgedAt === undefined;

/** `assigned` on the timeline: the desk gave a ticket to somebody. */
export const assignedEvent = (
  ticket: Ticket,
  { agent, why }: NonNullable<Given['to']>,
  now: string,
): TicketEvent =>
  eventOf(ticket, 'assigned', { by: robot, now, data: { to: agent.id, toName: agent.name, why } });

/** The terms, with a line that a manager's policy names instead. */
const termsWith = ({ ticket, entries, desk, given, now }: Dispatching): Terms => {
  const terms = termsOf(ticket, entries, { desk, now });
  if (given?.line === undefined) return terms;
  const { overflowedFrom: _, ...kept } = terms;
  const promise = selectPromise(desk.promises, { ...ticket, line: given.line });
  return { ...kept, line: given.line, lineReason: 'rule', promise };
};

/** Promise, line, priority and person of a ticket that dispatch sees for the first time. */
const begun = (
  request: Dispatching,
  terms: Terms,
): { patch: Partial<Ticket>; events: readonly TicketEvent[] } => {
  const { ticket, entries, desk, given, now } = request;
  const { promise, profile, line, lineReason, priority, overflowedFrom } = terms;
  const step = runClocks(
    clockEventsOf(
      { ...ticket, priority },
      entries,
      promise && pinUse(promise, profile, desk.calendars),
    ),
    bookOf(desk.promises, desk.calendars),
    recordedAlertsOf(entries),
  );
  const to = ticket.assigneeId === undefined ? given?.to : undefined;
  return {
    patch: {
      line,
      lineReason,
      priority,
      ...clockFields(step.state),
      ...(to && { assigneeId: to.agent.id, hold: to.hold }),
    },
    events: [
      ...step.alerts.map((alert) => alertEvent(ticket.id, alert)),
      ...(overflowedFrom === undefined || line === undefined
        ? []
        : [
            eventOf(ticket, 'overflowed', {
              by: robot,
              now,
              data: { from: overflowedFrom, to: line },
            }),
          ]),
      ...(to ? [assignedEvent(ticket, to, now)] : []),
    ],
  };
};

/**
 * Gives a ticket its promise, its line, perhaps a person, and its acknowledgement. Repeating it, or jobs overtaking
 * each other, change nothing: what is there is not given again, and the ticket's version guards two dispatchers at
 * once. Undefined when nothing is left to do.
 */
export const dispatchTicket = (request: Dispatching): TicketChange | undefined => {
  const { ticket, desk, isAckAllowed, now } = request;
  if (!needsDispatch(ticket)) return undefined;
  const terms = termsWith(request);
  const { patch, events } =
    ticket.clocks === undefined ? begun(request, terms) : { patch: {}, events: [] };
  if (!needsAcknowledgement(ticket)) return changed(ticket, patch, events);
  if (!isAckAllowed) return changed(ticket, { ...patch, mayAcknowledge: false }, events);

  const promised = promisedExpectation({ ...terms, calendars: desk.calendars }, ticket.createdAt);
  const expectation = toldOf(request.given?.to ? undefined : request.expectation, promised, now);
  const id = acknowledgementIdOf(ticket.id);
  const { peak } = terms;
  const message = acknowledgement({ id, ticket, desk, expected: expectation, peak, now });
  return changed(
    ticket,
    {
      ...patch,
      acknowledgementId: message.id,
      acknowledgedAt: now,
      expectedAt: expectation?.at,
      lastMessageAt: later(now, ticket.lastMessageAt),
    },
    [message, ...events],
  );
};

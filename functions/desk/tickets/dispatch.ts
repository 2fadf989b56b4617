import type { Calendar } from '../../../schemas/calendar.ts';
import type { Topic } from '../../../schemas/desk.ts';
import type { Language } from '../../../schemas/primitives.ts';
import type { ServicePromise } from '../../../schemas/promise.ts';
import type { Ticket } from '../../../schemas/ticket.ts';
import type { Message, TicketEvent, TimelineEntry } from '../../../schemas/timeline.ts';
import { robot } from '../access.ts';
import { secondsOfDay } from '../calendars/hours-on.ts';
import type { TicketChange } from '../change.ts';
import { messageIdOf } from '../ids.ts';
import { bookOf } from '../promises/book.ts';
import { runClocks } from '../promises/clocks.ts';
import { pinUse, selectPromise } from '../promises/select-promise.ts';
import { greetingName } from '../texts/greeting-name.ts';
import { type Expected, textsFor } from '../texts/texts.ts';
import { changed, later } from './changed.ts';
import { clockEventsOf, recordedAlertsOf } from './clock-events.ts';
import { alertEvent, clockFields } from './clocked.ts';

/** What the desk's settings say about a new ticket. */
export type DispatchDesk = {
  readonly name: string;
  readonly language: Language;
  readonly topics: readonly Topic[];
  readonly promises: readonly ServicePromise[];
  readonly calendars: readonly Calendar[];
};

type Dispatching = {
  ticket: Ticket;
  /** The whole timeline so far. */
  entries: readonly TimelineEntry[];
  desk: DispatchDesk;
  /** The fuse against loops allows one more acknowledgement to this address. */
  isAckAllowed: boolean;
  now: string;
};

export const acknowledgementIdOf = (ticketId: string) => messageIdOf(`acknowledgement|${ticketId}`);

/** Whether dispatch still has something to do: a repeated job finds nothing and changes nothing. */
export const needsDispatch = (ticket: Ticket): boolean =>
  ticket.clocks === undefined || needsAcknowledgement(ticket);

/** Spam is promised like any other, held until somebody finds that it is none, but never answered. */
export const needsAcknowledgement = (ticket: Ticket): boolean =>
  ticket.status !== 'spam' && ticket.mayAcknowledge && ticket.acknowledgedAt === undefined;

const daySeconds = 86_400;

/** Open seconds of the calendar's longest weekday; undefined when it is open around the clock. */
const workingDaySecondsOf = (calendar: Calendar | undefined): number | undefined => {
  const days = Object.values(calendar?.weekdays ?? {}).map((windows) =>
    windows.reduce((sum, { opens, closes }) => sum + secondsOfDay(closes) - secondsOfDay(opens), 0),
  );
  const longest = Math.max(0, ...days);
  return longest > 0 && days.some((day) => day < daySeconds) ? longest : undefined;
};

/** The first reply's target for the customer; undefined when nothing is promised. */
export const expectedReply = (
  promise: ServicePromise | undefined,
  priority: Ticket['priority'],
  calendars: readonly Calendar[],
): Expected | undefined => {
  const target = promise?.normal['first-reply'];
  if (!target) return undefined;
  return {
    seconds: target.targetSeconds[priority] ?? target.targetSeconds.normal,
    workingDaySeconds: workingDaySecondsOf(calendars.find((c) => c.id === target.calendar)),
  };
};

const acknowledgement = (
  { ticket, desk, now }: Pick<Dispatching, 'ticket' | 'desk' | 'now'>,
  promise: ServicePromise | undefined,
): Message => {
  const texts = textsFor(ticket.language, desk.language);
  const expected = expectedReply(promise, ticket.priority, desk.calendars);
  const said = texts.acknowledgement({
    name: greetingName(ticket),
    number: ticket.number,
    desk: desk.name,
    expected: expected && texts.expected(expected),
    isChat: ticket.channel === 'chat',
  });
  return {
    type: 'message',
    id: acknowledgementIdOf(ticket.id),
    ticketId: ticket.id,
    direction: 'out',
    kind: 'acknowledgement',
    author: robot,
    channel: ticket.channel,
    connectionId: ticket.connectionId,
    address: ticket.replyTo.address,
    subject: said.subject,
    text: said.text,
    attachments: [],
    occurredAt: now,
    storedAt: now,
    flags: [],
    delivery: { state: 'queued', attempts: 0, at: now },
    language: ticket.language ?? desk.language,
  };
};

/**
 * Gives a ticket its promise, its line and its acknowledgement. Repeating it, or jobs overtaking each other,
 * change nothing: what is there is not given again, and the ticket's version guards two dispatchers at once.
 * Undefined when nothing is left to do.
 */
export const dispatchTicket = (request: Dispatching): TicketChange | undefined => {
  const { ticket, entries, desk, isAckAllowed, now } = request;
  if (!needsDispatch(ticket)) return undefined;
  const topic = desk.topics.find((candidate) => candidate.id === ticket.topic);
  const line = ticket.line ?? topic?.line;
  const promise = selectPromise(desk.promises, {
    topic: ticket.topic,
    channel: ticket.channel,
    language: ticket.language,
    line,
  });
  const alerts: TicketEvent[] = [];
  let patch: Partial<Ticket> = { line };

  if (ticket.clocks === undefined) {
    const use = promise && pinUse(promise, 'normal', desk.calendars);
    const step = runClocks(
      clockEventsOf(ticket, entries, use),
      bookOf(desk.promises, desk.calendars),
      recordedAlertsOf(entries),
    );
    patch = { ...patch, ...clockFields(step.state) };
    alerts.push(...step.alerts.map((alert) => alertEvent(ticket.id, alert)));
  }
  if (!needsAcknowledgement(ticket)) return changed(ticket, patch, alerts);
  if (!isAckAllowed) return changed(ticket, { ...patch, mayAcknowledge: false }, alerts);

  const message = acknowledgement({ ticket: { ...ticket, line }, desk, now }, promise);
  return changed(
    ticket,
    {
      ...patch,
      acknowledgementId: message.id,
      acknowledgedAt: now,
      lastMessageAt: later(now, ticket.lastMessageAt),
    },
    [message, ...alerts],
  );
};

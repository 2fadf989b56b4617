import type { ClockEvent } from '../../../schemas/clock.ts';
import type { Ticket } from '../../../schemas/ticket.ts';
import type { Message, TimelineEntry } from '../../../schemas/timeline.ts';
import type { TicketChange } from '../change.ts';
import type { Inbound } from '../inbound.ts';
import type { Book } from '../promises/book.ts';
import { changed, eventOf, later } from '../tickets/changed.ts';
import { advanceClocks, alertEvent } from '../tickets/clocked.ts';
import { messageFrom, previewOf } from '../tickets/message.ts';
import { withFlag } from '../tickets/message-events.ts';
import { afterAction } from '../tickets/states.ts';
import { clockEventsOfCall, outcomeOf, withNews } from './outcome.ts';

type Folding = {
  readonly book: Book;
  /** Only after a `TimelineNeeded`. */
  readonly timeline?: readonly TimelineEntry[];
  readonly now: string;
};

type CallMessage = Message & { readonly call: NonNullable<Message['call']> };

const isCall = (message: Message): message is CallMessage => message.call !== undefined;

/** A call that is new to a ticket that is there. */
export const receiveCall = (ticket: Ticket, inbound: Inbound, folding: Folding): TicketChange => {
  const message = messageFrom(inbound, { ticketId: ticket.id, kind: 'call', now: folding.now });
  if (!isCall(message)) return changed(ticket, {}, [message]);
  const effect = effectOn(ticket, message, clockEventsOfCall(message), folding);
  return changed(ticket, { ...effect.patch, lastPublicId: message.id }, [
    { ...message, ended: effect.ended },
    ...effect.entries,
  ]);
};

/**
 * A further event of a call that is on the ticket: its message is written over, and what it means for the ticket is
 * done once, when the call's outcome changes. Undefined when it tells nothing new.
 */
export const updateCall = (
  ticket: Ticket,
  message: Message,
  inbound: Inbound,
  folding: Folding,
): TicketChange | undefined => {
  if (!isCall(message) || !inbound.call) return undefined;
  const call = withNews(message.call, inbound.call);
  const known = new Set(message.attachments.map(({ key }) => key));
  const added = inbound.attachments.filter(({ key }) => !known.has(key));
  if (!call && added.length === 0) return undefined;
  const after: CallMessage = {
    ...message,
    call: call ?? message.call,
    text: call && call.state !== message.call.state ? inbound.text || message.text : message.text,
    attachments: [...message.attachments, ...added].slice(0, 100),
    flags: inbound.flags.reduce(withFlag, [...message.flags]),
  };
  const said = new Set(clockEventsOfCall(message).map(({ kind }) => kind));
  const events = clockEventsOfCall(after).filter(({ kind }) => !said.has(kind));
  const timeline = folding.timeline?.map((entry) => (entry.id === message.id ? message : entry));
  const effect = effectOn(ticket, after, events, { ...folding, timeline });
  const ended = [...(message.ended ?? []), ...(effect.ended ?? [])];
  const change = changed(ticket, effect.patch, effect.entries);
  return { ...change, rewritten: [{ ...after, ended: ended.length > 0 ? ended : undefined }] };
};

type Effect = {
  readonly patch: Partial<Ticket>;
  readonly ended: Message['ended'];
  readonly entries: readonly TimelineEntry[];
};

/** What the call's outcome does to the ticket: nobody answered, and it waits; somebody did, and it does not. */
const effectOn = (
  ticket: Ticket,
  message: CallMessage,
  events: readonly ClockEvent[],
  { book, timeline, now }: Folding,
): Effect => {
  if (events.length === 0) return { patch: {}, ended: undefined, entries: [] };
  const { occurredAt: at, call } = message;
  const isWaiting = outcomeOf(call) === 'unanswered';
  const status = isWaiting ? afterAction(ticket.status, 'customer-writes') : ticket.status;
  const isMoved = status !== ticket.status;
  const last = ticket.clocks ? new Date(ticket.clocks.last).toISOString() : at;
  const movedAt = later(later(now, last), at);
  const clocked = advanceClocks(
    ticket,
    [...events, ...(isMoved ? [{ kind: 'status' as const, at: movedAt, status }] : [])],
    {
      book,
      timeline,
      isReported: true,
    },
  );
  const isNewest = at >= ticket.lastMessageAt;
  return {
    patch: {
      ...clocked.fields,
      status,
      snoozedUntil: status === 'snoozed' ? ticket.snoozedUntil : undefined,
      closedAt: status === 'closed' ? ticket.closedAt : undefined,
      waitingSince: isWaiting
        ? ticket.waitingSince && ticket.waitingSince < at
          ? ticket.waitingSince
          : at
        : isNewest
          ? undefined
          : ticket.waitingSince,
      lastMessageAt: later(at, ticket.lastMessageAt),
      ...(isNewest && {
        lastMessageBy: isWaiting ? ('customer' as const) : ('agent' as const),
        preview: previewOf(message.text),
      }),
    },
    ended: clocked.ended.length > 0 ? clocked.ended : undefined,
    entries: [
      ...(isMoved ? [eventOf(ticket, 'reopened', { by: message.author, now: movedAt })] : []),
      ...clocked.alerts.map((alert) => alertEvent(ticket.id, alert)),
    ],
  };
};

import type { Customer } from '../../../schemas/customer.ts';
import type { TopicReason } from '../../../schemas/desk.ts';
import type { Ticket } from '../../../schemas/ticket.ts';
import type { Message, TimelineEntry } from '../../../schemas/timeline.ts';
import { robot } from '../access.ts';
import { type CallOutcome, outcomeOf } from '../calls/outcome.ts';
import { receiveCall } from '../calls/receive-call.ts';
import type { TicketChange } from '../change.ts';
import { ticketIdOf } from '../ids.ts';
import type { Inbound } from '../inbound.ts';
import type { Book } from '../promises/book.ts';
import { atVersion, changed, eventOf, later } from './changed.ts';
import { advanceClocks, alertEvent } from './clocked.ts';
import { receiveEcho } from './echo.ts';
import { messageFrom, previewOf, visibleText } from './message.ts';
import { afterAction } from './states.ts';

const dayMilliseconds = 86_400_000;

/** Whether a message that belongs to a ticket goes on it, or opens a follow-up because it was closed long ago. */
export const decide = (
  ticket: Pick<Ticket, 'status' | 'closedAt'>,
  inbound: Pick<Inbound, 'occurredAt' | 'kind'>,
  { reopenDays }: { reopenDays: number },
): 'append' | 'follow-up' => {
  // What one of us said elsewhere opens nothing.
  if (inbound.kind === 'reply') return 'append';
  if (ticket.status !== 'closed' || ticket.closedAt === undefined) return 'append';
  const age = Date.parse(inbound.occurredAt) - Date.parse(ticket.closedAt);
  return age > reopenDays * dayMilliseconds ? 'follow-up' : 'append';
};

const withoutDoubles = (values: readonly string[]) => [...new Set(values)];

/** First and last 20: enough for every mail program to find the thread, and bounded. */
const boundedReferences = (references: readonly string[]) => {
  const unique = withoutDoubles(references);
  return unique.length <= 40 ? unique : [...unique.slice(0, 20), ...unique.slice(-20)];
};

const lastSpeaker = (
  kind: Inbound['kind'],
  outcome: CallOutcome | undefined,
): Ticket['lastMessageBy'] => {
  if (kind === 'customer') return 'customer';
  if (outcome === undefined) return 'robot';
  return outcome === 'unanswered' || outcome === 'pending' ? 'customer' : 'agent';
};

type Opening = {
  inbound: Inbound;
  customer: Customer;
  number: number;
  topic: string;
  reason: TopicReason;
  now: string;
  /** The closed ticket this one goes on from. */
  followUpOf?: Ticket;
};

/** A new ticket with its first message. Dispatch gives it its promise, line and acknowledgement. */
export const openTicket = ({
  inbound,
  customer,
  number,
  topic,
  reason,
  now,
  followUpOf,
}: Opening): TicketChange => {
  const id = ticketIdOf(number);
  const isPerson = inbound.kind === 'customer';
  const outcome = inbound.call && outcomeOf(inbound.call);
  const isWaiting = isPerson || outcome === 'unanswered';
  const message = messageFrom(inbound, { ticketId: id, kind: inbound.kind, now });
  const ticket: Ticket = {
    id,
    number,
    subject: inbound.subject.slice(0, 200) || previewOf(visibleText(inbound)).slice(0, 80),
    customerId: customer.id,
    customerName: customer.name,
    channel: inbound.channel,
    connectionId: inbound.connectionId,
    topic,
    topicReason: reason,
    status: inbound.isSpam ? 'spam' : 'open',
    held: inbound.isSpam ? (inbound.held ?? 'spam') : undefined,
    priority: 'normal',
    language: inbound.language,
    tier: customer.tier,
    managerId: customer.managerId,
    createdAt: inbound.occurredAt,
    lastMessageAt: inbound.occurredAt,
    lastMessageBy: lastSpeaker(inbound.kind, outcome),
    waitingSince: isWaiting ? inbound.occurredAt : undefined,
    isBreached: false,
    preview: previewOf(visibleText(inbound)),
    replyTo: { address: inbound.replyTo.address, cc: [...inbound.replyTo.cc] },
    mailTo: inbound.mailTo,
    participants: withoutDoubles([
      inbound.sender.externalId,
      inbound.replyTo.address,
      ...inbound.replyTo.cc,
    ]).slice(0, 100),
    references: boundedReferences(inbound.references),
    mayAcknowledge: inbound.mayAcknowledge && isPerson && !inbound.isSpam,
    lastInboundAt: isPerson ? inbound.occurredAt : undefined,
    followUpOf: followUpOf?.id,
    lastPublicId: message.id,
    version: 1,
  };
  return { ticket, expects: 'new', entries: [atVersion(message, 1)] };
};

/** Notes on the closed ticket which ticket went on from it; undefined when it already says so. */
export const linkFollowUp = (
  ticket: Ticket,
  followUpId: string,
  now: string,
): TicketChange | undefined =>
  ticket.followedUpBy
    ? undefined
    : changed(ticket, { followedUpBy: followUpId }, [
        eventOf(ticket, 'follow-up', { by: robot, now, data: { ticketId: followUpId } }),
      ]);

type Receiving = {
  ticket: Ticket;
  inbound: Inbound;
  /** Whether the sender is the ticket's customer (by a known identity). */
  isCustomer: boolean;
  book: Book;
  /** Only after a `TimelineNeeded`: this message is older than something that already happened. */
  timeline?: readonly TimelineEntry[];
  now: string;
};

/** One conversation whatever page or mailbox it began on. */
const isSameChannel = (a: Ticket['channel'], b: Ticket['channel']): boolean =>
  a === b || [a, b].every((channel) => channel === 'mail' || channel === 'form');

type Route = Partial<Pick<Ticket, 'channel' | 'connectionId' | 'replyTo' | 'lastInboundAt'>>;

/**
 * Answers go where the customer wrote last: who was reached another way and comes back is answered there again. Within
 * one channel the address stays. A widget's conversation has its own way of going on by mail.
 */
const routeAfter = (ticket: Ticket, inbound: Inbound): Route => {
  const at = inbound.occurredAt;
  const isHere =
    inbound.connectionId === ticket.connectionId &&
    inbound.replyTo.address === ticket.replyTo.address;
  if (isHere) return { lastInboundAt: later(at, ticket.lastInboundAt ?? at) };
  // Some providers count whole seconds: what came in the second of the last word came after it.
  const isNewest = Date.parse(at) + 1000 > Date.parse(ticket.lastMessageAt);
  const moves =
    isNewest &&
    inbound.sender.isVerified &&
    ticket.channel !== 'chat' &&
    !isSameChannel(ticket.channel, inbound.channel);
  if (!moves) return {};
  const { channel, connectionId, replyTo } = inbound;
  const { address, cc } = replyTo;
  return { channel, connectionId, replyTo: { address, cc: [...cc] }, lastInboundAt: at };
};

const kindOn = (inbound: Inbound, isCustomer: boolean): Message['kind'] =>
  inbound.kind === 'customer' && !isCustomer ? 'third-party' : inbound.kind;

/**
 * When a message opens the ticket: at its own time (sla.md 8), but one that was overtaken by what put the ticket away
 * opens it when it comes in. Else its clocks, folded again by time, would end in the pause that it is taken out of.
 */
const statusMoment = ({ clocks }: Ticket, at: string, now: string): string =>
  clocks && Date.parse(at) < clocks.last ? later(now, new Date(clocks.last).toISOString()) : at;

/**
 * A further message on a ticket. A person's message opens it again and starts the wait; a robot's is only kept:
 * it neither reopens nor answers anything (channels.md 1.4).
 */
export const receive = ({
  ticket,
  inbound,
  isCustomer,
  book,
  timeline,
  now,
}: Receiving): TicketChange => {
  if (inbound.kind === 'reply') return receiveEcho({ ticket, inbound, book, timeline, now });
  if (inbound.kind === 'call') return receiveCall(ticket, inbound, { book, timeline, now });
  const kind = kindOn(inbound, isCustomer);
  const isKnown = isCustomer || ticket.participants.includes(inbound.sender.externalId);
  const message = messageFrom(inbound, {
    ticketId: ticket.id,
    kind,
    flags: isKnown ? [] : ['other-address'],
    now,
  });
  const mailTo = inbound.mailTo ?? ticket.mailTo;
  if (inbound.kind !== 'customer') return changed(ticket, { mailTo }, [message]);

  const status = afterAction(ticket.status, 'customer-writes');
  const at = inbound.occurredAt;
  const movedAt = statusMoment(ticket, at, now);
  const snoozedUntil = status === 'snoozed' ? ticket.snoozedUntil : undefined;
  const clocked = advanceClocks(
    ticket,
    [
      { kind: kind === 'customer' ? 'customer-message' : 'third-party-message', at },
      ...(status === ticket.status ? [] : [{ kind: 'status' as const, at: movedAt, status }]),
    ],
    { book, timeline },
  );
  const isNewest = at >= ticket.lastMessageAt;
  const isReopened = status !== ticket.status;
  return changed(
    ticket,
    {
      ...clocked.fields,
      status,
      snoozedUntil,
      closedAt: status === 'closed' ? ticket.closedAt : undefined,
      waitingSince: ticket.waitingSince && ticket.waitingSince < at ? ticket.waitingSince : at,
      lastMessageAt: later(at, ticket.lastMessageAt),
      ...(isNewest ? { lastMessageBy: 'customer', preview: previewOf(visibleText(inbound)) } : {}),
      language: ticket.language ?? inbound.language,
      ...(isCustomer && routeAfter(ticket, inbound)),
      mailTo,
      references: boundedReferences([...ticket.references, ...inbound.references]),
      lastPublicId: message.id,
    },
    [
      {
        ...message,
        statusAfter: isReopened && movedAt === at ? 'open' : undefined,
        ended: clocked.ended.length > 0 ? clocked.ended : undefined,
      },
      ...(isReopened && movedAt !== at
        ? [eventOf(ticket, 'reopened', { by: message.author, now: movedAt })]
        : []),
      ...clocked.alerts.map((alert) => alertEvent(ticket.id, alert)),
    ],
  );
};

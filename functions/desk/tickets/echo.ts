import type { ClockEvent } from '../../../schemas/clock.ts';
import type { Ticket } from '../../../schemas/ticket.ts';
import type { Message, TimelineEntry } from '../../../schemas/timeline.ts';
import type { TicketChange } from '../change.ts';
import type { Inbound } from '../inbound.ts';
import type { Book } from '../promises/book.ts';
import { changed, later } from './changed.ts';
import { advanceClocks, alertEvent } from './clocked.ts';
import { messageFrom, previewOf, visibleText } from './message.ts';

type Receiving = {
  readonly ticket: Ticket;
  readonly inbound: Inbound;
  readonly book: Book;
  /** Only after a `TimelineNeeded`. */
  readonly timeline?: readonly TimelineEntry[];
  readonly now: string;
};

/** An answer of ours that went out elsewhere: it is sent already, so the outbox has nothing to do with it. */
const echoFrom = (inbound: Inbound, ticketId: string, now: string): Message => {
  const message = messageFrom(inbound, { ticketId, kind: 'reply', flags: ['echo'], now });
  return {
    ...message,
    direction: 'out',
    author: { kind: 'agent', name: inbound.authorName || inbound.channel },
    address: inbound.replyTo.address,
    delivery: {
      state: 'sent',
      attempts: 0,
      at: inbound.occurredAt,
      providerId: inbound.externalId?.slice(0, 255),
    },
  };
};

/** Since when the customer waits after an answer at `at`: what was said later is not answered by it. */
const stillWaiting = (ticket: Ticket, at: string): string | undefined => {
  if (ticket.waitingSince === undefined || ticket.waitingSince > at) return ticket.waitingSince;
  const isAskedLater = ticket.lastMessageBy === 'customer' && ticket.lastMessageAt > at;
  return isAskedLater ? ticket.lastMessageAt : undefined;
};

/**
 * One of us answered in the channel's own app. It answers the customer at its own time as a reply from here would: an
 * open ticket waits for the customer, one that is closed, held or snoozed stays as it is. It assigns nobody: the
 * channel does not say which of our people it was.
 */
export const receiveEcho = ({ ticket, inbound, book, timeline, now }: Receiving): TicketChange => {
  const message = echoFrom(inbound, ticket.id, now);
  const at = inbound.occurredAt;
  const isNewest = at >= ticket.lastMessageAt;
  const isAnswered = isNewest && ticket.status === 'open';
  const events: ClockEvent[] = [{ kind: 'human-reply', at, messageId: message.id }];
  if (isAnswered) events.push({ kind: 'status', at, status: 'waiting' });
  const clocked = advanceClocks(ticket, events, { book, timeline, isReported: true });
  return changed(
    ticket,
    {
      ...clocked.fields,
      status: isAnswered ? 'waiting' : ticket.status,
      waitingSince: stillWaiting(ticket, at),
      lastMessageAt: later(at, ticket.lastMessageAt),
      ...(isNewest && {
        lastMessageBy: 'agent' as const,
        preview: previewOf(visibleText(inbound)),
      }),
      lastPublicId: message.id,
      mayAcknowledge: false,
    },
    [
      {
        ...message,
        statusAfter: isAnswered ? 'waiting' : undefined,
        ended: clocked.ended.length > 0 ? clocked.ended : undefined,
      },
      ...clocked.alerts.map((alert) => alertEvent(ticket.id, alert)),
    ],
  );
};

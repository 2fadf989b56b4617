import type { Agent } from '../../../schemas/agent.ts';
import type { Reach } from '../../../schemas/api/views.ts';
import type { Attachment } from '../../../schemas/attachment.ts';
import type { ClockEvent } from '../../../schemas/clock.ts';
import type { Ticket, TicketStatus } from '../../../schemas/ticket.ts';
import type { Message, MessageTemplate } from '../../../schemas/timeline.ts';
import { asActor } from '../access.ts';
import type { TicketChange } from '../change.ts';
import { messageIdOf } from '../ids.ts';
import { conflict } from '../problem.ts';
import type { Book } from '../promises/book.ts';
import { changed } from './changed.ts';
import { advanceClocks, alertEvent } from './clocked.ts';
import { previewOf } from './message.ts';
import { afterAction, type StatusAction } from './states.ts';

/** The reply's id comes from the client's: the same reply sent twice is one message. */
export const replyIdOf = (ticketId: string, agentId: string, clientId: string) =>
  messageIdOf(`reply|${ticketId}|${agentId}|${clientId}`);

type Replying = {
  ticket: Ticket;
  by: Agent;
  clientId: string;
  text: string;
  /** Newest public message the agent had read. */
  answersId: string;
  attachments: readonly Attachment[];
  /** Where it goes; the ticket's own way unless told. */
  way?: Pick<Reach, 'connectionId' | 'channel' | 'address'>;
  /** An approved text by name, of which `text` is what the agent saw. */
  template?: MessageTemplate;
  statusAfter: Extract<TicketStatus, 'open' | 'waiting' | 'closed'>;
  book: Book;
  now: string;
};

const actions: Record<Replying['statusAfter'], StatusAction> = {
  open: 'open',
  waiting: 'wait',
  closed: 'close',
};

const refuseOutdated = (ticket: Ticket, answersId: string): void => {
  if (ticket.lastPublicId !== answersId)
    throw conflict(
      'reply.outdated',
      'Something was said since you opened this ticket. Read it, then send again.',
      {
        changed: [ticket.lastPublicId],
      },
    );
};

type Route = Pick<Ticket, 'channel' | 'connectionId' | 'replyTo' | 'lastInboundAt'>;

/** The conversation goes on where it was answered; who was in copy of a mail is not written to elsewhere. */
const routeOf = (ticket: Ticket, way: Replying['way']): Route => {
  const { channel, connectionId, replyTo, lastInboundAt } = ticket;
  const isSame = !way || (way.connectionId === connectionId && way.address === replyTo.address);
  return isSame
    ? { channel, connectionId, replyTo, lastInboundAt }
    : {
        channel: way.channel,
        connectionId: way.connectionId,
        replyTo: { address: way.address, cc: [] },
        lastInboundAt: undefined,
      };
};

/**
 * An agent's answer, queued in the outbox in the ticket's own transaction. Replying to a ticket nobody holds
 * claims it; one that a colleague holds is refused, so two people never answer the same message.
 */
export const reply = (request: Replying): { change: TicketChange; message: Message } => {
  const { ticket, by, statusAfter, book, now } = request;
  if (ticket.status === 'spam')
    throw conflict(
      'ticket.wrong-status',
      'This ticket is held as spam. Mark it as not spam before you answer.',
    );
  if (ticket.assigneeId && ticket.assigneeId !== by.id)
    throw conflict(
      'ticket.claimed',
      'A colleague is working on this ticket. Take it over before you answer.',
    );
  refuseOutdated(ticket, request.answersId);

  const id = replyIdOf(ticket.id, by.id, request.clientId);
  const status = afterAction(
    ticket.status === 'closed' ? 'open' : ticket.status,
    actions[statusAfter],
  );
  const events: ClockEvent[] = [{ kind: 'human-reply', at: now, messageId: id }];
  if (status !== ticket.status) events.push({ kind: 'status', at: now, status });
  const clocked = advanceClocks(ticket, events, { book });

  const route = routeOf(ticket, request.way);
  const message: Message = {
    type: 'message',
    id,
    ticketId: ticket.id,
    direction: 'out',
    kind: 'reply',
    author: asActor(by),
    channel: route.channel,
    connectionId: route.connectionId,
    address: route.replyTo.address,
    cc: route.replyTo.cc.length > 0 ? route.replyTo.cc : undefined,
    text: request.text,
    attachments: [...request.attachments],
    template: request.template,
    occurredAt: now,
    storedAt: now,
    flags: [],
    delivery: { state: 'queued', attempts: 0, at: now },
    statusAfter: status === ticket.status ? undefined : statusAfter,
    ended: clocked.ended.length > 0 ? clocked.ended : undefined,
    language: ticket.language,
  };
  const change = changed(
    ticket,
    {
      ...clocked.fields,
      ...route,
      status,
      snoozedUntil: undefined,
      closedAt: status === 'closed' ? now : undefined,
      assigneeId: by.id,
      waitingSince: undefined,
      lastMessageAt: now,
      lastMessageBy: 'agent',
      preview: previewOf(request.text),
      lastPublicId: id,
      // An answer from a person says more than "we have your message", which would now only arrive after it.
      mayAcknowledge: false,
    },
    [message, ...clocked.alerts.map((alert) => alertEvent(ticket.id, alert))],
  );
  return { change, message };
};

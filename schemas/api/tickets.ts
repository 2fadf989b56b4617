import * as z from 'zod';
import { AgentId, EventId, Instant, MessageId, Priority, Slug, TicketId } from '../primitives.ts';

import { Ticket, TicketStatus } from '../ticket.ts';
import { MessageTemplate } from '../timeline.ts';
import { endpoint } from './endpoint.ts';
import { ticketListEndpoints } from './ticket-lists.ts';
import { Cursor, MessageView, NoteView, TicketView } from './views.ts';

const OneTicket = z.object({ ticketId: TicketId });
const OneMessage = z.object({ ticketId: TicketId, messageId: MessageId });
/** The change is refused (409 `ticket.changed`) if the ticket is no longer at this version. */
const Version = { version: z.number().int().min(1) };
const Changed = z.object({ ticket: Ticket });

export const getTicket = endpoint({
  name: 'getTicket',
  method: 'GET',
  path: '/api/tickets/{ticketId}',
  permission: 'tickets.read',
  summary: 'A ticket with its customer and its timeline, newest page first',
  params: OneTicket,
  query: z.object({
    cursor: Cursor.optional(),
    limit: z.coerce.number().int().min(1).max(100).default(100),
  }),
  output: TicketView,
});

export const claimTicket = endpoint({
  name: 'claimTicket',
  method: 'POST',
  path: '/api/tickets/{ticketId}/claim',
  permission: 'tickets.work',
  summary: 'Make the ticket mine; refused when somebody else holds it, unless `takeOver` is said',
  params: OneTicket,
  body: z.object({ ...Version, takeOver: z.boolean().default(false) }),
  output: Changed,
});

export const assignTicket = endpoint({
  name: 'assignTicket',
  method: 'POST',
  path: '/api/tickets/{ticketId}/assign',
  permission: 'tickets.work',
  summary: 'Give the ticket to a colleague, or back to the queue (null)',
  params: OneTicket,
  body: z.object({ ...Version, assigneeId: AgentId.nullable() }),
  output: Changed,
});

export const escalateTicket = endpoint({
  name: 'escalateTicket',
  method: 'POST',
  path: '/api/tickets/{ticketId}/escalate',
  permission: 'tickets.work',
  summary: 'Pass the ticket on to the next line with a summary; the customer notices nothing',
  params: OneTicket,
  body: z.object({
    ...Version,
    /** Without it where the ticket's line escalates to. */
    to: Slug.optional(),
    summary: z.string().trim().min(1).max(4000),
  }),
  output: Changed,
});

export const returnTicket = endpoint({
  name: 'returnTicket',
  method: 'POST',
  path: '/api/tickets/{ticketId}/return',
  permission: 'tickets.work',
  summary:
    'Give an escalated ticket back to the line it came from, and to who had it if they are there',
  params: OneTicket,
  body: z.object({ ...Version, summary: z.string().trim().min(1).max(4000) }),
  output: Changed,
});

/** What becomes of the ticket once the reply is saved. */
export const AfterReply = z.enum(['open', 'waiting', 'closed']);

export const replyToTicket = endpoint({
  name: 'replyToTicket',
  method: 'POST',
  path: '/api/tickets/{ticketId}/replies',
  permission: 'tickets.work',
  summary: 'Answer the customer; saved at once, sent by the outbox',
  params: OneTicket,
  body: z.object({
    /** Chosen by the client, once per reply: the same id again answers with the reply already saved. */
    clientId: z.uuid(),
    text: z.string().min(1).max(100_000),
    /** Newest public message the agent saw; a newer one refuses the reply (409 `reply.outdated`). */
    answersId: MessageId,
    attachments: z.array(z.string().max(4096)).max(10).default([]),
    statusAfter: AfterReply.default('waiting'),
    /** Another way to the customer than the ticket's own, one of `otherWays`. */
    via: z.object({ connectionId: Slug, address: z.string().min(1).max(320) }).optional(),
    /** An approved template instead of free text; `text` is what the agent saw of it. */
    template: MessageTemplate.optional(),
  }),
  output: z.object({ ticket: Ticket, message: MessageView }),
  status: 201,
});

export const addNote = endpoint({
  name: 'addNote',
  method: 'POST',
  path: '/api/tickets/{ticketId}/notes',
  permission: 'tickets.work',
  summary: 'Say something to colleagues only',
  params: OneTicket,
  body: z.object({
    clientId: z.uuid(),
    text: z.string().trim().min(1).max(20_000),
    attachments: z.array(z.string().max(4096)).max(10).default([]),
  }),
  output: z.object({ note: NoteView }),
  status: 201,
});

export const changeStatus = endpoint({
  name: 'changeStatus',
  method: 'POST',
  path: '/api/tickets/{ticketId}/status',
  permission: 'tickets.work',
  summary: 'Wait for the customer, put on hold, close, reopen, mark as spam or not spam',
  params: OneTicket,
  body: z.object({ ...Version, status: TicketStatus.exclude(['snoozed']) }),
  output: Changed,
});

export const snoozeTicket = endpoint({
  name: 'snoozeTicket',
  method: 'POST',
  path: '/api/tickets/{ticketId}/snooze',
  permission: 'tickets.work',
  summary:
    'Put the ticket away until a time or the customer’s reply; warns when a promise falls due before',
  params: OneTicket,
  body: z.object({ ...Version, until: Instant }),
  output: z.object({ ticket: Ticket, passesDue: Instant.optional() }),
});

export const moveTicket = endpoint({
  name: 'moveTicket',
  method: 'POST',
  path: '/api/tickets/{ticketId}/topic',
  permission: 'tickets.work',
  summary: 'Move to another topic; the clocks go on',
  params: OneTicket,
  body: z.object({ ...Version, topic: Slug }),
  output: Changed,
});

export const changePriority = endpoint({
  name: 'changePriority',
  method: 'POST',
  path: '/api/tickets/{ticketId}/priority',
  permission: 'tickets.work',
  summary: 'Change the priority; targets are picked again from the original start',
  params: OneTicket,
  body: z.object({ ...Version, priority: Priority }),
  output: Changed,
});

export const resendMessage = endpoint({
  name: 'resendMessage',
  method: 'POST',
  path: '/api/tickets/{ticketId}/messages/{messageId}/resend',
  permission: 'tickets.work',
  summary: 'Send again a message that failed or whose outcome is unknown',
  params: OneMessage,
  body: z.object({ occurredAt: Instant }),
  output: z.object({ message: MessageView }),
});

export const editMessage = endpoint({
  name: 'editMessage',
  method: 'PUT',
  path: '/api/tickets/{ticketId}/messages/{messageId}',
  permission: 'tickets.work',
  summary:
    'Change the wording of an answer that was sent, where the channel can; `delivery.edit` shows how far it got',
  params: OneMessage,
  body: z.object({ occurredAt: Instant, text: z.string().trim().min(1).max(20_000) }),
  output: z.object({ message: MessageView }),
});

export const getMessageBody = endpoint({
  name: 'getMessageBody',
  method: 'GET',
  path: '/api/tickets/{ticketId}/messages/{messageId}/body',
  permission: 'tickets.read',
  summary: 'The whole body of a long message',
  params: OneMessage,
  query: z.object({ occurredAt: Instant }),
  output: z.object({ text: z.string(), html: z.string().optional() }),
});

export const getRawMessage = endpoint({
  name: 'getRawMessage',
  method: 'GET',
  path: '/api/tickets/{ticketId}/messages/{messageId}/raw',
  permission: 'raw-mail.read',
  summary: 'A signed link to the bytes as they were received, good for five minutes',
  params: OneMessage,
  query: z.object({ occurredAt: Instant }),
  output: z.object({ url: z.string() }),
});

export const getAttachment = endpoint({
  name: 'getAttachment',
  method: 'GET',
  path: '/api/tickets/{ticketId}/entries/{entryId}/attachments/{index}',
  permission: 'tickets.read',
  summary: 'A signed link to one attached file, good for five minutes',
  params: z.object({
    ticketId: TicketId,
    entryId: z.union([MessageId, EventId]),
    index: z.coerce.number().int().min(0).max(99),
  }),
  query: z.object({
    occurredAt: Instant,
    download: z.union([z.boolean(), z.stringbool()]).default(false),
  }),
  output: z.object({ url: z.string() }),
});

export const ticketEndpoints = [
  ...ticketListEndpoints,
  getTicket,
  claimTicket,
  assignTicket,
  escalateTicket,
  returnTicket,
  replyToTicket,
  addNote,
  changeStatus,
  snoozeTicket,
  moveTicket,
  changePriority,
  resendMessage,
  editMessage,
  getMessageBody,
  getRawMessage,
  getAttachment,
] as const;

import * as z from 'zod';
import { BlockedSender, SenderPattern } from '../blocked-sender.ts';
import { EmailAddress, Instant, MessageId, TicketId } from '../primitives.ts';
import { Suppressed } from '../suppressed.ts';
import { endpoint } from './endpoint.ts';
import { Cursor, TicketPage } from './views.ts';

const Reason = z.string().trim().max(300).default('');

export const listQuarantine = endpoint({
  name: 'listQuarantine',
  method: 'GET',
  path: '/api/quarantine',
  permission: 'quarantine.manage',
  summary: 'Tickets of every topic that are held apart, newest first, each with its reason',
  query: z.object({
    cursor: Cursor.optional(),
    limit: z.coerce.number().int().min(1).max(50).default(50),
  }),
  output: TicketPage,
});

export const listBlockedSenders = endpoint({
  name: 'listBlockedSenders',
  method: 'GET',
  path: '/api/blocked-senders',
  permission: 'quarantine.manage',
  summary: 'Whose mail is held apart, newest first: who blocked it, when and why',
  output: z.object({ blocked: z.array(BlockedSender) }),
});

export const blockSender = endpoint({
  name: 'blockSender',
  method: 'POST',
  path: '/api/blocked-senders',
  permission: 'quarantine.manage',
  summary: 'Hold apart all further mail of an address or a domain; none is lost',
  body: z.object({ pattern: SenderPattern, reason: Reason }),
  output: z.object({ blocked: z.array(BlockedSender) }),
});

export const unblockSender = endpoint({
  name: 'unblockSender',
  method: 'DELETE',
  path: '/api/blocked-senders/{pattern}',
  permission: 'quarantine.manage',
  summary:
    'Let an address or a domain write again; what is held apart stays so until it is released',
  params: z.object({ pattern: SenderPattern }),
  output: z.object({ blocked: z.array(BlockedSender) }),
});

export const listSuppressed = endpoint({
  name: 'listSuppressed',
  method: 'GET',
  path: '/api/suppressed',
  permission: 'connections.manage',
  summary: 'Addresses that SES does not deliver to, as its account’s suppression list has them',
  query: z.object({ cursor: Cursor.optional() }),
  output: z.object({ suppressed: z.array(Suppressed), cursor: Cursor.optional() }),
});

export const suppressAddress = endpoint({
  name: 'suppressAddress',
  method: 'POST',
  path: '/api/suppressed',
  permission: 'connections.manage',
  summary: 'Put an address on the suppression list',
  body: z.object({
    address: EmailAddress,
    reason: Suppressed.shape.reason.default('complaint'),
  }),
  output: z.object({ suppressed: Suppressed }),
  status: 201,
});

export const unsuppressAddress = endpoint({
  name: 'unsuppressAddress',
  method: 'DELETE',
  path: '/api/suppressed/{address}',
  permission: 'connections.manage',
  summary: 'Take an address off the suppression list, so that mail reaches it again',
  params: z.object({ address: EmailAddress }),
  output: z.object({ wasListed: z.boolean() }),
});

export const getRemoteImage = endpoint({
  name: 'getRemoteImage',
  method: 'GET',
  path: '/api/tickets/{ticketId}/messages/{messageId}/images/{index}',
  permission: 'tickets.read',
  summary: 'A link to one picture that a mail shows from another server, fetched by the desk',
  params: z.object({
    ticketId: TicketId,
    messageId: MessageId,
    /** Place among the pictures on other servers. */
    index: z.coerce.number().int().min(0).max(499),
  }),
  query: z.object({ occurredAt: Instant }),
  output: z.object({ url: z.string() }),
});

export const mailEndpoints = [
  getRemoteImage,
  listQuarantine,
  listBlockedSenders,
  blockSender,
  unblockSender,
  listSuppressed,
  suppressAddress,
  unsuppressAddress,
] as const;

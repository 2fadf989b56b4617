import * as z from 'zod';
import { AgentId, ChannelKind, Language, Slug, TicketId } from '../primitives.ts';
import { Tier } from '../routing.ts';
import { Ticket, TicketGroup } from '../ticket.ts';
import { endpoint } from './endpoint.ts';
import { Cursor, TicketPage } from './views.ts';

const Page = {
  cursor: Cursor.optional(),
  limit: z.coerce.number().int().min(1).max(50).default(50),
};

export const listTickets = endpoint({
  name: 'listTickets',
  method: 'GET',
  path: '/api/tickets',
  permission: 'tickets.read',
  summary: 'A topic’s work list by urgency: what is due first, then what waits longest',
  query: z.object({ topic: Slug, group: TicketGroup.default('active'), ...Page }),
  output: TicketPage,
});

export const browseTickets = endpoint({
  name: 'browseTickets',
  method: 'GET',
  path: '/api/tickets/all',
  permission: 'tickets.read',
  summary: 'Tickets by source, purpose and person, over all topics, most urgent first',
  query: z.object({
    group: TicketGroup.exclude(['spam']).default('active'),
    /** Purpose. */
    topic: Slug.optional(),
    /** Source: a kind of channel, or one mailbox, bot, page or number. */
    channel: ChannelKind.optional(),
    connection: Slug.optional(),
    /** Person: who holds it. */
    assignee: z.union([z.literal('nobody'), AgentId]).optional(),
    line: Slug.optional(),
    tier: Tier.optional(),
    language: Language.optional(),
    ...Page,
  }),
  /** A page may hold fewer than `limit` while there is more. */
  output: TicketPage,
});

export const listMyTickets = endpoint({
  name: 'listMyTickets',
  method: 'GET',
  path: '/api/tickets/mine',
  permission: 'tickets.read',
  summary: 'The caller’s own tickets, most urgent first',
  query: z.object({ group: z.enum(['active', 'postponed']).default('active'), ...Page }),
  output: TicketPage,
});

export const takeNextTicket = endpoint({
  name: 'takeNextTicket',
  method: 'POST',
  path: '/api/tickets/next',
  permission: 'tickets.work',
  summary: 'Claim the next right ticket: longest queue first, inside it the most urgent',
  body: z.object({ topics: z.array(Slug).max(40).optional() }),
  output: z.object({ ticket: Ticket.optional() }),
});

export const listChanges = endpoint({
  name: 'listChanges',
  method: 'GET',
  path: '/api/changes',
  permission: 'tickets.read',
  summary:
    'Which tickets changed since a cursor (after a lost connection); `isGap` says: read your lists again',
  query: z.object({ since: Cursor.optional() }),
  output: z.object({
    tickets: z.array(z.object({ id: TicketId, version: z.number().int(), topic: Slug })),
    cursor: Cursor,
    isGap: z.boolean(),
  }),
});

export const ticketListEndpoints = [
  listTickets,
  browseTickets,
  listMyTickets,
  takeNextTicket,
  listChanges,
] as const;

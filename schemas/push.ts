import * as z from 'zod';
import { AgentId, Instant, Slug, TicketId } from './primitives.ts';

/** What the WebSocket carries to agents: references, and of an alert the subject. Screens read again what they show. */
export const PushMessage = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('changed'),
    cursor: z.string(),
    tickets: z.array(z.object({ id: TicketId, version: z.number().int(), topic: Slug })),
  }),
  z.object({
    type: z.literal('alert'),
    kind: z.enum(['warned', 'breached']),
    ticketId: TicketId,
    topic: Slug,
    subject: z.string(),
    assigneeId: AgentId.optional(),
    dueAt: Instant,
    isLate: z.boolean(),
  }),
  z.object({ type: z.literal('pong') }),
]);
export type PushMessage = z.infer<typeof PushMessage>;

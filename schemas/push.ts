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
    kind: z.enum(['warned', 'breached', 'muted']),
    ticketId: TicketId,
    topic: Slug,
    subject: z.string(),
    assigneeId: AgentId.optional(),
    dueAt: Instant,
    isLate: z.boolean(),
  }),
  /** Of a site chat's ticket that this screen watches: whether the visitor's page is open. */
  z.object({
    type: z.literal('presence'),
    ticketId: TicketId,
    isHere: z.boolean(),
    at: Instant,
  }),
  /** The visitor is writing; said every few seconds, so a screen shows it for six after the last. */
  z.object({ type: z.literal('typing'), ticketId: TicketId }),
  z.object({ type: z.literal('pong') }),
]);
export type PushMessage = z.infer<typeof PushMessage>;

/**
 * What a screen says over the WebSocket. While it shows a chat's ticket it watches it: it is told at once whether the
 * visitor is there, hears of it when that changes and when they write, and the visitor learns that they were read.
 * Nothing is answered but a ping.
 */
export const ScreenFrame = z.discriminatedUnion('type', [
  z.object({ type: z.literal('ping') }),
  z.object({ type: z.literal('watch'), ticketId: TicketId }),
  z.object({ type: z.literal('unwatch'), ticketId: TicketId }),
]);
export type ScreenFrame = z.infer<typeof ScreenFrame>;

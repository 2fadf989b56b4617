import * as z from 'zod';
import { AgentId, Instant } from './primitives.ts';

/** An address (`kim@example.net`) or a whole domain with everything below it (`@example.net`), lower case. */
export const SenderPattern = z
  .string()
  .trim()
  .toLowerCase()
  .max(254)
  .regex(/^[^\s@<>"]{0,64}@[^\s@<>"]+\.[^\s@<>".]{2,63}$/);
export type SenderPattern = z.infer<typeof SenderPattern>;

/** Whose mail is held apart unread until somebody looks. */
export const BlockedSender = z.object({
  pattern: SenderPattern,
  byId: AgentId,
  byName: z.string().max(120),
  at: Instant,
  reason: z.string().max(300),
});
export type BlockedSender = z.infer<typeof BlockedSender>;

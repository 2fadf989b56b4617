import * as z from 'zod';
import { AgentId, EventId, Instant } from './primitives.ts';

/** What is on record: changes of settings and people, and reads of what the screen does not show by itself. */
export const AuditAction = z.enum([
  'settings.saved',
  'agent.added',
  'agent.changed',
  'queue.paused',
  'queue.resumed',
  'address.suppressed',
  'address.unsuppressed',
  'raw-mail.read',
  'audit.exported',
  'presence.changed',
  'customer.changed',
  'customer.merged',
  'customer.parted',
  'peak.declared',
  'peak.ended',
  'promise.applied',
  'classifier.trained',
]);
export type AuditAction = z.infer<typeof AuditAction>;

/** One line of the audit trail; never changed, never removed. */
export const AuditEntry = z.object({
  id: EventId,
  at: Instant,
  by: z.object({ id: AgentId, name: z.string().max(120) }),
  /** The caller's address as the gateway saw it; proves nothing. */
  from: z.string().max(64),
  action: AuditAction,
  /** What it was done to: a list's name, an agent's id, `tkt_1042/msg_…`. */
  target: z.string().max(200),
  /** What came, went and changed, as JSON; absent for reads. Cut to what an item can hold (`isCut`). */
  changes: z.unknown().optional(),
  isCut: z.boolean().optional(),
});
export type AuditEntry = z.infer<typeof AuditEntry>;

import * as z from 'zod';
import { Localized } from './desk.ts';
import { Priority, Slug } from './primitives.ts';
import { Tier } from './routing.ts';

/**
 * What happens when the personal manager has not begun after `waitMinutes` (0: at once): the ticket goes to the
 * manager's substitute, to a line (the ticket's own if none is named), or goes on waiting for the manager.
 */
export const Fallback = z.strictObject({
  waitMinutes: z.number().int().min(0).max(10_080),
  then: z.enum(['substitute', 'line', 'wait']),
  line: Slug.optional(),
});
export type Fallback = z.infer<typeof Fallback>;

/** The four cases of a personal manager. */
export const ManagerCase = z.enum(['present', 'busy', 'away', 'closed']);
export type ManagerCase = z.infer<typeof ManagerCase>;

/** A standing of customers. The list's order is the rank, highest first; `standard` is everyone else and not in it. */
export const TierPolicy = z.strictObject({
  id: Tier,
  name: Localized,
  /** Tickets begin with this priority at least. */
  priority: Priority.optional(),
  /** Customers may have a personal manager. `closed`: outside the manager's hours; `busy`: beyond their capacity. */
  manager: z
    .strictObject({ present: Fallback, busy: Fallback, away: Fallback, closed: Fallback })
    .optional(),
});
export type TierPolicy = z.infer<typeof TierPolicy>;

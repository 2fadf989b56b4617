import * as z from 'zod';
import { Instant, Slug } from './primitives.ts';

/**
 * What a check found. `not-set-up`: the secret is still empty. `revoked`: the provider no longer takes our
 * credentials. `hook-missing`: its messages go elsewhere or nowhere. `not-checked`: nobody can be asked.
 */
export const CheckState = z.enum([
  'working',
  'failing',
  'revoked',
  'hook-missing',
  'not-set-up',
  'not-checked',
]);
export type CheckState = z.infer<typeof CheckState>;

/** A message that an agent had sent to see whether it arrives. */
export const ConnectionTest = z.object({
  address: z.string().max(320),
  requestedAt: Instant,
  /** The agent who gets the mail or asked for it. */
  by: z.string().max(120),
  state: z.enum(['queued', 'sending', 'sent', 'failed']),
  at: Instant,
  /** In the provider's words. */
  error: z.string().max(500).optional(),
});
export type ConnectionTest = z.infer<typeof ConnectionTest>;

/** How a connection is, from its checks and its traffic; one item each. */
export const ConnectionHealth = z.object({
  connectionId: Slug,
  state: CheckState,
  /** Since when it is in this state. */
  since: Instant,
  /** Why it is not working, in the provider's words. */
  error: z.string().max(500).optional(),
  /** Whom the provider says we are. */
  account: z.string().max(200).optional(),
  checkedAt: Instant.optional(),
  /** Somebody asked for a check; deliver answers it. */
  requestedAt: Instant.optional(),
  lastInAt: Instant.optional(),
  lastOutAt: Instant.optional(),
  test: ConnectionTest.optional(),
});
export type ConnectionHealth = z.infer<typeof ConnectionHealth>;

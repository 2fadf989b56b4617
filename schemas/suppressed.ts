import * as z from 'zod';
import { EmailAddress, Instant } from './primitives.ts';

/** An address that SES takes our mail for and does not deliver to, since it bounced for good or complained. */
export const Suppressed = z.object({
  address: EmailAddress,
  reason: z.enum(['bounce', 'complaint']),
  at: Instant,
});
export type Suppressed = z.infer<typeof Suppressed>;

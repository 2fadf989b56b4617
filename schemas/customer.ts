import * as z from 'zod';
import { AgentId, ChannelKind, CustomerId, Instant, Language } from './primitives.ts';
import { Tier } from './routing.ts';

/** One account of a customer on a channel: an address, a chat. */
export const Identity = z.object({
  /** A typed or written e-mail address is `mail` whatever brought it; others belong to one connection (a bot's chat id). */
  channel: ChannelKind,
  connectionId: z.string().optional(),
  /** Lower-cased address or the channel's id, as a string without loss. */
  externalId: z.string().min(1).max(320),
  name: z.string().max(120).optional(),
  /** Proven (authenticated mail, the channel's own id) or only typed by somebody. */
  isVerified: z.boolean(),
  /** The person stopped us there (blocked the bot, sent STOP); a later message or unblock takes it away. */
  blockedAt: Instant.optional(),
  /** Newest sign that the person lets us in there: an older block says nothing any more. */
  reachableAt: Instant.optional(),
});
export type Identity = z.infer<typeof Identity>;

/** A person who writes to us. */
export const Customer = z.object({
  id: CustomerId,
  name: z.string().max(120),
  language: Language.optional(),
  /** Standing, given by an agent or a rule; nobody's is `standard`. */
  tier: Tier.optional(),
  /** Their personal manager. */
  managerId: AgentId.optional(),
  identities: z.array(Identity).min(1).max(50),
  createdAt: Instant,
  /** The person this one turned out to be; what belongs to it is shown there until the two are parted again. */
  mergedInto: CustomerId.optional(),
  /** Those that turned out to be this person. */
  merged: z.array(CustomerId).max(20).optional(),
  /** An agent said that these are other people: never joined by itself, nor suggested. */
  apartFrom: z.array(CustomerId).max(20).optional(),
  /** Addresses and numbers the person typed: no proof of anything, only a hint who it may be. */
  typed: z.array(z.string().max(254)).max(10).optional(),
  version: z.number().int().min(1),
});
export type Customer = z.infer<typeof Customer>;

import * as z from 'zod';
import { AgentId, ChannelKind, Language, Priority, Slug } from './primitives.ts';

/** A customer's standing: `standard`, `vip` or one of the desk's own. */
export const Tier = Slug;

/** Where words are looked for; `text` is both. */
const Where = z.enum(['subject', 'body', 'text']);

/** Minutes after midnight; the window is half-open and may pass midnight. */
const Minute = z.number().int().min(0).max(1440);

/**
 * One question about a message. Lists are met by any of their values. Words are compared by their stems (English and
 * Russian, Snowball), phrases as stems in a row.
 */
export const RoutingCondition = z.discriminatedUnion('field', [
  z.strictObject({ field: z.literal('channel'), in: z.array(ChannelKind).min(1).max(20) }),
  /** A mailbox, bot, page or number of ours. */
  z.strictObject({ field: z.literal('connection'), in: z.array(Slug).min(1).max(40) }),
  /** The topic that the customer chose in a form. */
  z.strictObject({ field: z.literal('form'), in: z.array(Slug).min(1).max(40) }),
  z.strictObject({ field: z.literal('language'), in: z.array(Language).min(1) }),
  z.strictObject({ field: z.literal('tier'), in: z.array(Tier).min(1).max(20) }),
  /** `ann@shop.example`, `@shop.example` (the domain), `*.shop.example` (and below it), or a channel's own id. */
  z.strictObject({
    field: z.literal('sender'),
    in: z.array(z.string().min(2).max(320)).min(1).max(100),
  }),
  z.strictObject({
    field: z.literal('words'),
    where: Where.default('text'),
    any: z.array(z.string().min(1).max(80)).min(1).max(100),
  }),
  /** RE2 syntax, matched in linear time; case does not count. */
  z.strictObject({
    field: z.literal('pattern'),
    where: Where.default('text'),
    pattern: z.string().min(1).max(300),
  }),
  /** `any`: has a file at all. A type is `image/*` or `application/pdf`, a name ending `.apk`. */
  z.strictObject({
    field: z.literal('attachment'),
    any: z.array(z.string().min(2).max(80)).max(20).default([]),
  }),
  /** When it came, on the clock of `zone`; days are 1 (Monday) to 7. */
  z.strictObject({
    field: z.literal('time'),
    zone: z.string().max(60),
    days: z.array(z.number().int().min(1).max(7)).min(1).max(7),
    from: Minute,
    to: Minute,
  }),
  /** A field of the topic's form; without values: filled in at all. */
  z.strictObject({
    field: z.literal('custom'),
    id: Slug,
    in: z.array(z.string().min(1).max(200)).max(50).default([]),
  }),
]);
export type RoutingCondition = z.infer<typeof RoutingCondition>;

/** What a matching rule does; of two rules the later one's word counts, tags add up. */
export const RoutingActions = z.strictObject({
  topic: Slug.optional(),
  priority: Priority.optional(),
  tier: Tier.optional(),
  tags: z.array(Slug).max(10).optional(),
  line: Slug.optional(),
  assigneeId: AgentId.optional(),
  /** Why the customer had to write, of the desk's list of reasons. */
  reason: Slug.optional(),
  spam: z.boolean().optional(),
});
export type RoutingActions = z.infer<typeof RoutingActions>;

export const RoutingRule = z.strictObject({
  id: Slug,
  name: z.string().min(1).max(80),
  isOn: z.boolean().default(true),
  /** All of these, at least one of these, none of these. A rule without conditions matches everything. */
  all: z.array(RoutingCondition).max(20).default([]),
  any: z.array(RoutingCondition).max(20).default([]),
  none: z.array(RoutingCondition).max(20).default([]),
  actions: RoutingActions,
  /** Later rules are not asked. */
  isLast: z.boolean().default(false),
});
export type RoutingRule = z.infer<typeof RoutingRule>;

/** The desk's rules in their order. `first`: the first that matches decides alone; `all`: every one that matches acts. */
export const RoutingRules = z.strictObject({
  mode: z.enum(['first', 'all']),
  rules: z.array(RoutingRule).max(200),
});
export type RoutingRules = z.infer<typeof RoutingRules>;

/** One rule's answer about one message, as it is kept on the ticket and shown by "try it". */
export const RoutingStep = z.object({
  rule: Slug,
  name: z.string().max(80),
  matched: z.boolean(),
  /** Conditions in words of the machine: `words:payout`, `channel:telegram`; of a rule that did not match, the one that failed. */
  because: z.array(z.string().max(120)).max(10),
});
export type RoutingStep = z.infer<typeof RoutingStep>;

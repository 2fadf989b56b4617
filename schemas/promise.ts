import * as z from 'zod';
import { ChannelKind, Language, Slug } from './primitives.ts';

/** What a clock measures; sla.md rule 5. */
export const ClockKind = z.enum(['first-reply', 'next-reply', 'resolution', 'update']);
export type ClockKind = z.infer<typeof ClockKind>;

/** Real seconds inside open windows (or of calendar time); zero is not allowed. */
const TargetSeconds = z
  .number()
  .int()
  .min(1)
  .max(366 * 86_400);

/** One clock of a profile. Priorities without a target of their own have `normal`'s. */
export const ClockTarget = z.object({
  /** A calendar's id, or `24x7` for calendar time. */
  calendar: z.union([z.literal('24x7'), Slug]),
  targetSeconds: z.object({
    low: TargetSeconds.optional(),
    normal: TargetSeconds,
    high: TargetSeconds.optional(),
    urgent: TargetSeconds.optional(),
  }),
});
export type ClockTarget = z.infer<typeof ClockTarget>;

/** `waiting` pauses while waiting for the customer, `agent` also while on hold, `total` never. */
export const ResolutionVariant = z.enum(['waiting', 'agent', 'total']);
export type ResolutionVariant = z.infer<typeof ResolutionVariant>;

/** The clocks of normal or of peak days; a clock that is absent does not run. */
export const Profile = z.object({
  'first-reply': ClockTarget.optional(),
  'next-reply': ClockTarget.optional(),
  resolution: ClockTarget.extend({ variant: ResolutionVariant }).optional(),
  update: ClockTarget.optional(),
});
export type Profile = z.infer<typeof Profile>;

export const ProfileName = z.enum(['normal', 'peak']);
export type ProfileName = z.infer<typeof ProfileName>;

/** A moment to warn at: a share of the target used up, or real minutes before due. */
export const WarnPoint = z.union([
  z.object({ percent: z.number().int().min(1).max(99) }),
  z.object({ minutesBefore: z.number().int().min(1).max(10_080) }),
]);
export type WarnPoint = z.infer<typeof WarnPoint>;

/** All given lists must contain the ticket's value; an absent list admits everything. */
export const PromiseConditions = z.object({
  topics: z.array(Slug).min(1).optional(),
  tiers: z.array(Slug).min(1).optional(),
  channels: z.array(ChannelKind).min(1).optional(),
  languages: z.array(Language).min(1).optional(),
  lines: z.array(Slug).min(1).optional(),
});
export type PromiseConditions = z.infer<typeof PromiseConditions>;

/** What is promised to whom. Kept in an ordered list, first match wins; saved versions are kept. */
export const ServicePromise = z.object({
  id: Slug,
  version: z.number().int().min(1),
  name: z.string().min(1).max(120),
  conditions: PromiseConditions,
  normal: Profile,
  /** For tickets created in a peak; without it the normal profile applies. */
  peak: Profile.optional(),
  warn: z.array(WarnPoint).max(5),
  options: z.object({
    /** First reply on tickets that an agent opened. */
    agentOpened: z.enum(['not-running', 'from-creation']),
    /** Whose words a third party in copy speaks. They never fulfil anything. */
    thirdParty: z.enum(['customer', 'nobody']),
  }),
});
export type ServicePromise = z.infer<typeof ServicePromise>;

/** A saved version: `missing-cashback@3`. */
export const VersionRef = z.string().regex(/^[a-z][a-z0-9-]{0,38}[a-z0-9]@\d{1,9}$/);

/** The promise of a ticket with every version pinned, so that its clocks stay a pure function. */
export const PromiseUse = z.object({
  promise: VersionRef,
  profile: ProfileName,
  /** The version of every calendar the profile names. */
  calendars: z.array(VersionRef).max(4),
});
export type PromiseUse = z.infer<typeof PromiseUse>;

import * as z from 'zod';
import { Localized } from './desk.ts';
import { Instant, LocalDay, Priority, Slug } from './primitives.ts';

/** By topic; `*` is every topic that is not named. */
const byTopic = <Value extends z.ZodType>(value: Value) =>
  z.record(z.union([z.literal('*'), Slug]), value);

/** A time of more messages than usual. It ends by itself at `to`, or earlier by hand. Half-open: `[from, to)`. */
export const Peak = z
  .strictObject({
    id: Slug,
    name: z.string().min(1).max(80),
    kind: z.enum(['planned', 'declared']),
    from: Instant,
    to: Instant,
    /** Ended by hand. */
    endedAt: Instant.optional(),
    /** Expected arrivals as a multiple of the usual. */
    factors: byTopic(z.number().min(0.1).max(100)),
    /** "Next ticket" weighs a topic's queue by it. */
    weights: byTopic(z.number().min(0.1).max(100)).optional(),
    /** New tickets begin with it. */
    priorities: byTopic(Priority).optional(),
    /** Tickets created in the peak get their promise's peak profile. */
    usesPeakPromises: z.boolean(),
    /** Said in acknowledgements: why it takes longer now. */
    notice: Localized.optional(),
    /** Sent instead of the usual acknowledgement to those who ask about a topic; always names the way to a person. */
    answers: byTopic(Localized).optional(),
  })
  .refine(({ from, to }) => from < to, { error: 'ends after it begins', path: ['to'] });
export type Peak = z.infer<typeof Peak>;

/** A peak somebody should look at; nothing comes of it by itself. */
export const PeakProposal = z.object({
  /** Stable: a proposal that was taken or put aside does not come again. */
  id: z.string().max(120),
  /** `last-year`: as many came a year ago. `arrivals`: more come now than forecast. `announcement`: in a calendar given. */
  reason: z.enum(['last-year', 'arrivals', 'announcement']),
  name: z.string().max(80),
  from: Instant,
  to: Instant,
  factors: byTopic(z.number().min(0.1).max(100)),
});
export type PeakProposal = z.infer<typeof PeakProposal>;

/** First messages of one day by hour (UTC, 24 numbers) and topic; kept for good. */
export const ArrivalDay = z.object({
  day: LocalDay,
  topics: z.record(Slug, z.array(z.number().int().min(0)).length(24)),
});
export type ArrivalDay = z.infer<typeof ArrivalDay>;

/** What is expected to come to a topic in an hour, with the range in which four of five past hours lay. */
export const ForecastHour = z.object({
  at: Instant,
  expected: z.number().min(0),
  low: z.number().min(0),
  high: z.number().min(0),
});
export type ForecastHour = z.infer<typeof ForecastHour>;

export const TopicForecast = z.object({
  topic: Slug,
  hours: z.array(ForecastHour),
  /**
   * Of the same rule on past weeks: sum of absolute errors ÷ sum of arrivals (WAPE); absent with less than three weeks.
   */
  error: z.number().min(0).optional(),
  /** Weeks the forecast stands on. */
  weeks: z.number().int().min(0),
});
export type TopicForecast = z.infer<typeof TopicForecast>;

/** People needed on a day, at so many tickets a person and day. */
export const StaffingDay = z.object({
  day: LocalDay,
  expected: z.number().min(0),
  high: z.number().min(0),
  /** For the expected number, and for the high one. */
  people: z.number().int().min(0),
  peopleHigh: z.number().int().min(0),
  /** Whose shift or lines are open that day. */
  planned: z.number().int().min(0),
});
export type StaffingDay = z.infer<typeof StaffingDay>;

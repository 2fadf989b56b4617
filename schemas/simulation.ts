import * as z from 'zod';
import { Calendar, TimeZone } from './calendar.ts';
import { Line, Skills } from './desk.ts';
import { Peak } from './peak.ts';
import { ChannelKind, Instant, Priority, Slug } from './primitives.ts';
import { ServicePromise } from './promise.ts';

/** A day to play: what `npm run simulate` reads. docs/SIMULATION.md goes through every field. */

/** Who is next: the desk's own rule, or one that others use, to compare it with. */
export const Policy = z.enum(['longest-queue', 'first-come', 'priority-only', 'shortest-due']);
export type Policy = z.infer<typeof Policy>;

const perHour = z.number().min(0).max(100_000);
const share = z.number().min(0).max(1_000_000);

/** Minutes somebody is busy with one ticket: lognormal, as handling times are. */
const Handling = z
  .strictObject({ medianMinutes: z.number().positive(), p90Minutes: z.number().positive() })
  .refine(({ medianMinutes, p90Minutes }) => medianMinutes <= p90Minutes, {
    error: 'p90Minutes is not less than medianMinutes',
    path: ['p90Minutes'],
  });

const TopicPlan = z
  .strictObject({
    id: Slug,
    line: Slug,
    /** First messages an hour: always as many, or by the hour of the day (24 numbers, in `timeZone`). */
    perHour: z.union([perHour, z.array(perHour).length(24)]).optional(),
    /** Or this topic's part of `arrivals.perDay`, in any unit. */
    share: share.optional(),
    handling: Handling,
    /** Parts of its tickets by priority, in any unit; without it all are normal. */
    priorities: z.partialRecord(Priority, share).optional(),
    /** Parts by tier (`standard` is nobody's); without it all are standard. */
    tiers: z.record(Slug, share).optional(),
    channel: ChannelKind.default('mail'),
  })
  .refine((topic) => (topic.perHour === undefined) !== (topic.share === undefined), {
    error: 'give either perHour or share',
  });
export type TopicPlan = z.infer<typeof TopicPlan>;

const Team = z.strictObject({
  name: z.string().min(1).max(40),
  count: z.number().int().min(1).max(1000),
  lines: z.array(Slug).min(1),
  /** A calendar's id: when they work. Without it, whenever one of their lines is open. */
  shiftId: Slug.optional(),
  skills: Skills.optional(),
  /** Times at which nobody of the team is there though the shift says so: illness. What was begun goes back. */
  away: z
    .array(
      z
        .strictObject({ from: Instant, to: Instant })
        .refine(({ from, to }) => from < to, { error: 'ends after it begins' }),
    )
    .default([]),
  /** Handling times are divided by it: 0.5 for those who are new. */
  speed: z.number().min(0.1).max(10).default(1),
});
export type Team = z.infer<typeof Team>;

export const SimulatedDay = z
  .strictObject({
    name: z.string().min(1).max(120),
    seed: z
      .number()
      .int()
      .min(0)
      .max(2 ** 31),
    start: Instant,
    days: z.number().int().min(1).max(62).default(1),
    /** Of the hours in `perHour` and `byHour`, and of a new desk's calendars. */
    timeZone: TimeZone.default('UTC'),
    /** For topics with a `share`. `byHour`: 24 parts in any unit, evenly without it. */
    arrivals: z
      .strictObject({
        perDay: z.number().min(0).max(1_000_000),
        byHour: z.array(share).length(24).optional(),
      })
      .optional(),
    topics: z.array(TopicPlan).min(1).max(40),
    agents: z.array(Team).min(1).max(100),
    /** Beside a new desk's calendars, and instead of one with the same id. */
    calendars: z.array(Calendar).default([]),
    /** Instead of a new desk's. */
    lines: z.array(Line).optional(),
    /** Instead of a new desk's, in their order. */
    promises: z.array(ServicePromise).optional(),
    /** As the desk's own: they multiply arrivals by their factors, and weigh, raise and promise as they say. */
    peaks: z.array(Peak).default([]),
    policies: z.array(Policy).min(1).default(['longest-queue', 'first-come', 'priority-only']),
  })
  .superRefine((day, context) => {
    const fault = (path: (string | number)[], message: string) =>
      context.addIssue({ code: 'custom', path, message });
    day.topics.forEach((topic, i) => {
      if (topic.share !== undefined && !day.arrivals)
        fault(['topics', i, 'share'], 'shares need arrivals.perDay: add "arrivals"');
      if (day.topics.findIndex(({ id }) => id === topic.id) !== i)
        fault(['topics', i, 'id'], `"${topic.id}" is there twice`);
    });
    if (day.agents.some(({ name }, i) => day.agents.findIndex((a) => a.name === name) !== i))
      fault(['agents'], 'every team needs a name of its own');
  });
export type SimulatedDay = z.infer<typeof SimulatedDay>;

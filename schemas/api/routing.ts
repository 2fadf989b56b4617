import * as z from 'zod';
import { Suggestion } from '../classifier.ts';
import { TopicReason } from '../desk.ts';
import { ChannelKind, Instant, Language, Slug, TicketId } from '../primitives.ts';
import { RoutingActions, RoutingRules, RoutingStep, Tier } from '../routing.ts';
import { endpoint } from './endpoint.ts';

/** A message to try rules on, as somebody would write it. */
export const SampleMessage = z.object({
  channel: ChannelKind.default('mail'),
  connectionId: Slug,
  chosenTopic: Slug.optional(),
  language: Language.optional(),
  tier: Tier.default('standard'),
  sender: z.string().max(320).default(''),
  subject: z.string().max(500).default(''),
  body: z.string().max(20_000).default(''),
  attachments: z
    .array(z.object({ name: z.string().max(255), type: z.string().max(127) }))
    .max(20)
    .default([]),
  fields: z.record(z.string(), z.string().max(4000)).default({}),
  /** Now, unless told. */
  occurredAt: Instant.optional(),
});

export const tryRouting = endpoint({
  name: 'tryRouting',
  method: 'POST',
  path: '/api/routing/try',
  permission: 'settings.read',
  summary: 'Where a message would go and why: a written sample, or what opened a ticket',
  body: z.object({
    message: z.union([SampleMessage, z.object({ ticketId: TicketId })]),
    /** Rules that are not saved yet; without them those in force. */
    rules: RoutingRules.optional(),
  }),
  output: z.object({
    topic: Slug,
    reason: TopicReason,
    actions: RoutingActions,
    /** Every rule that was asked, in order, with its answer. */
    path: z.array(RoutingStep),
    /** What was learned from closed tickets would choose; it decides only where it may. */
    suggestion: Suggestion.optional(),
  }),
});

export const runRouting = endpoint({
  name: 'runRouting',
  method: 'POST',
  path: '/api/routing/run',
  permission: 'settings.read',
  summary: 'What changed rules would do with the newest tickets, compared with the rules in force',
  body: z.object({
    rules: RoutingRules,
    count: z.number().int().min(1).max(1000).default(1000),
  }),
  output: z.object({
    /** How many tickets were looked at. */
    looked: z.number().int(),
    /** Those that would be treated otherwise, newest first; 200 are listed at most. */
    moved: z.array(
      z.object({
        ticketId: TicketId,
        number: z.number().int(),
        subject: z.string(),
        from: Slug,
        to: Slug,
        reason: TopicReason,
        /** What else the rules would do, where that differs. */
        actions: RoutingActions,
      }),
    ),
    movedCount: z.number().int(),
    /** Tickets a topic would have, before and after. */
    topics: z.array(z.object({ topic: Slug, before: z.number().int(), after: z.number().int() })),
  }),
});

export const routingEndpoints = [tryRouting, runRouting] as const;

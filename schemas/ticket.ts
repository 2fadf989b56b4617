import * as z from 'zod';
import { Suggestion } from './classifier.ts';
import { ClockState } from './clock.ts';
import { TopicReason } from './desk.ts';
import {
  AgentId,
  ChannelKind,
  CustomerId,
  EmailAddress,
  Instant,
  Language,
  MessageId,
  Priority,
  Slug,
  TicketId,
} from './primitives.ts';
import { RoutingStep, Tier } from './routing.ts';
import { TicketEvent } from './timeline.ts';

/** Moves between them are in `functions/desk/tickets/states.ts`. `closed` is sla.md's "resolved". */
export const TicketStatus = z.enum(['open', 'waiting', 'on_hold', 'snoozed', 'closed', 'spam']);
export type TicketStatus = z.infer<typeof TicketStatus>;

/** Work lists: what is in work now, what wakes by itself, what is done, what is held apart. */
export const TicketGroup = z.enum(['active', 'postponed', 'closed', 'spam']);
export type TicketGroup = z.infer<typeof TicketGroup>;

/** Why a ticket was held apart when it came in; one that a person marked as spam has none. */
export const Held = z.enum(['spam', 'virus', 'unverified', 'blocked', 'rule']);
export type Held = z.infer<typeof Held>;

/** One line of a work list; about 400 bytes, the attributes every index carries. */
export const TicketSummary = z.object({
  id: TicketId,
  number: z.number().int().min(1),
  subject: z.string().max(200),
  customerId: CustomerId,
  customerName: z.string().max(120),
  channel: ChannelKind,
  /** The mailbox, bot, page or number it came by; absent of tickets written by an older desk. */
  connectionId: Slug.optional(),
  topic: Slug,
  line: Slug.optional(),
  status: TicketStatus,
  priority: Priority,
  /** The customer's standing when the ticket opened, or as a rule said. */
  tier: Tier.optional(),
  assigneeId: AgentId.optional(),
  language: Language.optional(),
  createdAt: Instant,
  /** Last thing said by either side. */
  lastMessageAt: Instant,
  lastMessageBy: z.enum(['customer', 'agent', 'robot']),
  /** Oldest customer message nobody answered; absent when the ball is with the customer. */
  waitingSince: Instant.optional(),
  /** Earliest due moment of a running clock other than the resolution's. */
  dueAt: Instant.optional(),
  /** A clock was breached and is still unmet. */
  isBreached: z.boolean(),
  /** While the status is `spam`. */
  held: Held.optional(),
  /** First words of the last message. */
  preview: z.string().max(120),
});
export type TicketSummary = z.infer<typeof TicketSummary>;

/**
 * A ticket in somebody's hands for a while. At `until` it goes back to the queue, or to the line or person in `then`,
 * unless they did something with it: a note, an answer, a change.
 */
export const Hold = z.object({
  why: z.enum(['claimed', 'pushed', 'managed']),
  since: Instant,
  until: Instant,
  then: z.union([z.object({ line: Slug }), z.object({ agentId: AgentId })]).optional(),
});
export type Hold = z.infer<typeof Hold>;

/**
 * Why a ticket is on its line, if not because it is the cheapest that can answer it and open. `waits`: it was closed.
 * `overflow`: the cheapest was closed. `topic`: nobody is competent. `rule` and `agent` chose it.
 */
export const LineReason = z.enum(['waits', 'overflow', 'topic', 'rule', 'agent']);
export type LineReason = z.infer<typeof LineReason>;

/** Said by one line to the next when a ticket is passed on. */
export const HandOver = z.object({
  at: Instant,
  by: z.object({ id: AgentId, name: z.string().max(120) }),
  from: Slug,
  to: Slug,
  summary: z.string().max(4000),
});
export type HandOver = z.infer<typeof HandOver>;

/** An alert that is due later, about a clock's instance that may be met until then. */
export const Reminder = z.object({
  at: Instant,
  /** `ClockInstance.id`. */
  instance: z.string().max(60),
  on: z.enum(['warn', 'breach']),
  /**
   * Index of the rung in the policy when it was planned. Absent: the warning or breach itself, recorded by somebody who
   * does not know the ladder; the clock tells it and plans the rungs.
   */
  step: z.number().int().min(0).max(19).optional(),
  /** Without `step`: when it was due, because the clock may have ended since. */
  dueAt: Instant.optional(),
  /** Held for these persons; absent: the rung's targets are asked at that moment. */
  for: z.array(AgentId).max(20).optional(),
});
export type Reminder = z.infer<typeof Reminder>;

/** The case. Saved whole, conditional on `version`. */
export const Ticket = TicketSummary.extend({
  connectionId: Slug,
  /** Where answers go: the customer's address or chat on the connection. */
  replyTo: z.object({ address: z.string().max(320), cc: z.array(z.string().max(320)).max(50) }),
  /** Site chat: where answers go by mail when the visitor has left. Typed, or proven by the page. */
  mailTo: EmailAddress.optional(),
  /** Of the first message: who wrote, who is answered, who is in copy. Others are flagged. */
  participants: z.array(z.string().max(320)).max(100),
  /** When the customer last wrote on this channel: where the channel has a window, free text is taken so long after. */
  lastInboundAt: Instant.optional(),
  topicReason: TopicReason,
  lineReason: LineReason.optional(),
  tags: z.array(Slug).max(20).optional(),
  /** Why the customer had to write. */
  reason: Slug.optional(),
  /** The customer's personal manager when the ticket opened. */
  managerId: AgentId.optional(),
  /** Why and until when the assignee has the ticket; absent when somebody gave it to them for good. */
  hold: Hold.optional(),
  /** Lines it was escalated from, the first one first; it returns to the last. */
  escalatedFrom: z.array(Slug).max(5).optional(),
  /** What the last line that passed it on wants the next one to know. */
  handOver: HandOver.optional(),
  /** Alerts to come: rungs of the ladder, and what is held until somebody's hours. */
  reminders: z.array(Reminder).max(20).optional(),
  /** Until when the customer was told to expect an answer. */
  expectedAt: Instant.optional(),
  suggestion: Suggestion.optional(),
  /** Which rules acted on the first message, of which version of the list. */
  routing: z
    .object({ version: z.number().int().min(0), steps: z.array(RoutingStep).max(20) })
    .optional(),
  /** Latest RFC Message-IDs for In-Reply-To and References, first and last 20. */
  references: z.array(z.string().max(998)).max(40),
  clocks: ClockState.optional(),
  /** The moment at which the clock function must look at this ticket next. */
  nextDueAt: Instant.optional(),
  snoozedUntil: Instant.optional(),
  /** The newest acknowledgement's message. */
  acknowledgementId: MessageId.optional(),
  acknowledgedAt: Instant.optional(),
  /** Whether the customer's first message may be acknowledged (robots and the unverified are not). */
  mayAcknowledge: z.boolean(),
  /** Mail went to and fro too fast to be people's: since then nothing automatic leaves for this ticket. */
  mutedAt: Instant.optional(),
  closedAt: Instant.optional(),
  followUpOf: TicketId.optional(),
  followedUpBy: TicketId.optional(),
  /** Events that have no place on the timeline yet: they are written with the next entry. */
  carried: z.array(TicketEvent).max(10).optional(),
  /** Id of the newest public message; a reply names the one it answers and is refused if it is not this. */
  lastPublicId: MessageId,
  version: z.number().int().min(1),
});
export type Ticket = z.infer<typeof Ticket>;

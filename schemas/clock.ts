import * as z from 'zod';
import { Instant, Priority } from './primitives.ts';
import { ClockKind, ProfileName, PromiseUse, VersionRef } from './promise.ts';

/** The ticket's statuses as clocks see them; the same words as `TicketStatus`. */
export const ClockStatus = z.enum(['open', 'waiting', 'on_hold', 'snoozed', 'closed', 'spam']);
export type ClockStatus = z.infer<typeof ClockStatus>;

const at = { at: Instant };

/**
 * What clocks are a function of (sla.md rule 1). `at` is the provider's or SES's receipt time; clocks count
 * whole seconds. Things said in one transaction come in the order: message, status, priority.
 */
export const ClockEvent = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('created'),
    ...at,
    /**
     * `customer`: `at` is the time of the first customer message, which needs no event of its own. `robot`: nobody has
     * said anything yet.
     */
    openedBy: z.enum(['customer', 'agent', 'robot']),
    priority: Priority,
    use: PromiseUse.optional(),
  }),
  z.object({ kind: z.literal('customer-message'), ...at }),
  z.object({ kind: z.literal('third-party-message'), ...at }),
  /** `messageId` connects a later `delivery-failed`. */
  z.object({ kind: z.literal('human-reply'), ...at, messageId: z.string() }),
  z.object({ kind: z.literal('automatic-reply'), ...at }),
  /** `talked`: a note that says the customer was spoken to (by phone), which counts as replied. */
  z.object({ kind: z.literal('note'), ...at, talked: z.boolean().optional() }),
  z.object({
    kind: z.literal('status'),
    ...at,
    status: ClockStatus,
    /** Snoozed because the customer has to answer first: pauses like `waiting`. */
    forCustomer: z.boolean().optional(),
  }),
  z.object({ kind: z.literal('priority'), ...at, priority: Priority }),
  /** The promise was applied to the open ticket on purpose; the profile given at creation stays. */
  z.object({
    kind: z.literal('promise'),
    ...at,
    promise: VersionRef,
    calendars: z.array(VersionRef).max(4),
  }),
  /** Another ticket was merged into this one; its oldest unanswered customer message, if any. */
  z.object({ kind: z.literal('merged'), ...at, unansweredAt: Instant.optional() }),
  /** This ticket was merged into another one, whose clocks go on. */
  z.object({ kind: z.literal('merged-away'), ...at }),
  z.object({ kind: z.literal('delivery-failed'), ...at, messageId: z.string() }),
  /** To another line or topic: keeps every clock. */
  z.object({ kind: z.literal('moved'), ...at }),
]);
export type ClockEvent = z.infer<typeof ClockEvent>;

const Seconds = z.number().int();

/**
 * A clock that has started and not been archived, in epoch seconds. About 120 bytes as JSON.
 * `due` and `pending` are absent while it is paused.
 */
export const RunningClock = z.object({
  kind: ClockKind,
  start: Seconds,
  /** The second that names it, if it was begun or moved after its start. */
  born: Seconds.optional(),
  target: Seconds,
  due: Seconds.optional(),
  /** Calendars in force: from when, which (`24x7` or a version). */
  calendars: z.array(z.tuple([Seconds, z.string()])).min(1),
  /** Pauses as from, to, from, to …; an odd count is a pause that lasts. */
  pauses: z.array(Seconds).optional(),
  /** Warn points to come: name (`75%`, `15m`) and moment. */
  pending: z.record(z.string(), Seconds).optional(),
  /** Warn points past: name and the moment recorded. */
  warned: z.record(z.string(), Seconds).optional(),
  /** Nothing is stamped earlier than this: the last start, resume or change of target. */
  since: Seconds.optional(),
  /** When and with which priority the breach was stamped; never erased. */
  breached: z.tuple([Seconds, Priority]).optional(),
  /** Kept after its end if reopening goes on with what was left: a resolution, and all clocks of spam. */
  ended: z.tuple([Seconds, z.enum(['met', 'missed', 'cancelled'])]).optional(),
});
export type RunningClock = z.infer<typeof RunningClock>;

/** What the ticket's item carries: everything that `advance` and `tick` need besides the event. */
export const ClockState = z.object({
  /** Time of the newest event taken, epoch milliseconds; an older one asks for a refold. */
  last: z.number().int(),
  status: ClockStatus,
  /** Snoozed for the customer. */
  forCustomer: z.literal(true).optional(),
  priority: Priority,
  use: PromiseUse.optional(),
  /** Promises it had before one was applied: what was counted under them is counted with their calendars. */
  past: z.array(PromiseUse).optional(),
  /** First customer message. */
  first: Seconds.optional(),
  /** Oldest customer message without a human public reply; absent when resolved or answered. */
  asked: Seconds.optional(),
  /** An agent opened the ticket. */
  byAgent: z.literal(true).optional(),
  /** A human has spoken in public. */
  replied: z.literal(true).optional(),
  running: z.array(RunningClock),
});
export type ClockState = z.infer<typeof ClockState>;

/** An instance as people and statistics read it: running, paused or ended (rule 18). */
export const ClockInstance = z.object({
  /** Kind and the second it began: `next-reply@2026-11-22T10:00:00Z`. Stable when the ticket is folded again. */
  id: z.string(),
  kind: ClockKind,
  state: z.enum(['running', 'paused', 'breached', 'met', 'missed', 'cancelled']),
  startedAt: Instant,
  dueAt: Instant.optional(),
  targetSeconds: Seconds,
  warnedAt: z.array(z.object({ point: z.string(), at: Instant })),
  breachedAt: Instant.optional(),
  endedAt: Instant.optional(),
  pauses: z.array(z.object({ from: Instant, to: Instant.optional() })),
  promise: VersionRef,
  profile: ProfileName,
  /** At the breach if there was one, else now or at the end. */
  priority: Priority,
  calendars: z.array(z.string()),
});
export type ClockInstance = z.infer<typeof ClockInstance>;

/** A warning or breach to record on the timeline and, if `announce`, to tell people. */
export const ClockAlert = z.object({
  what: z.enum(['warn', 'breach']),
  instance: z.string(),
  kind: ClockKind,
  /** `75%`, `15m` or `breach`; with `instance` it names the alert once and for all. */
  point: z.string(),
  /** The true moment, however late it was noticed. */
  at: Instant,
  dueAt: Instant,
  priority: Priority,
  promise: VersionRef,
  /** Noticed more than two minutes after `at`. */
  late: z.boolean(),
  announce: z.boolean(),
});
export type ClockAlert = z.infer<typeof ClockAlert>;

import * as z from 'zod';
import { AgentId, ChannelKind, Language, Slug } from './primitives.ts';

/** A text per language of the desk; English must exist, others fall back to it. */
export const Localized = z.object({ en: z.string(), ru: z.string().optional() });
export type Localized = z.infer<typeof Localized>;

/** One field of a topic's request form. */
export const FormField = z.object({
  id: Slug,
  label: Localized,
  kind: z.enum(['text', 'date', 'amount', 'choice', 'file', 'url']),
  required: z.boolean(),
  maxLength: z.number().int().min(1).max(4000).optional(),
  options: z.array(z.object({ id: Slug, label: Localized })).optional(),
});
export type FormField = z.infer<typeof FormField>;

/** 1 knows a little, 5 is the desk's best. */
export const Level = z.number().int().min(1).max(5);

/** What somebody can answer: of each kind that is given, the ticket's value must be there. An absent kind is no limit. */
export const Skills = z.strictObject({
  topics: z.record(Slug, Level).optional(),
  languages: z.partialRecord(Language, Level).optional(),
  tiers: z.record(Slug, Level).optional(),
  channels: z.partialRecord(ChannelKind, Level).optional(),
});
export type Skills = z.infer<typeof Skills>;

/** How much one person of a line takes on. */
export const Capacity = z.strictObject({
  /** Tickets taken in a day (UTC). */
  perDay: z.number().int().min(1).max(2000).optional(),
  /** Open tickets held at once. */
  tickets: z.number().int().min(1).max(500).optional(),
  /** Of these, on channels where people wait for an answer (`chat`, messengers). */
  chats: z.number().int().min(1).max(50).optional(),
});
export type Capacity = z.infer<typeof Capacity>;

/** What becomes of what somebody holds who is away or off. */
export const Absence = z.strictObject({
  /** To the queue, to the person's substitute (to the queue if there is none), or nothing. */
  gives: z.enum(['back', 'substitute', 'keep']),
  /** All of it at once, or each ticket when its customer writes. */
  when: z.enum(['at-once', 'customer-writes']),
});
export type Absence = z.infer<typeof Absence>;

/** What a ticket is about. Its id is in the deployed settings (a queue each); the rest is edited on the screen. */
export const Topic = z.object({
  id: Slug,
  name: Localized,
  /** What customers ask, shown on the request form. */
  question: Localized,
  line: Slug,
  /** Words or phrases that sort a message here; compared case-insensitively on word beginnings. */
  keywords: z.array(z.string().min(2).max(60)),
  form: z.array(FormField).max(20),
  /** Offered on the public request form. */
  isPublic: z.boolean(),
  /** How well one has to know the topic; without it 1. */
  needs: Level.optional(),
  /** Whoever holds a ticket keeps it (sales): in their absence it is only acknowledged, with the expected time. */
  isProtected: z.boolean().optional(),
});
export type Topic = z.infer<typeof Topic>;

/** People of one competence with hours; `calendarId` names a calendar of `schemas/calendar.ts`. */
export const Line = z.object({
  id: Slug,
  name: Localized,
  calendarId: z.string(),
  /** What the line can answer; without it exactly the topics that name it. */
  skills: Skills.optional(),
  /** What an hour of it costs, in any unit: of the competent lines the cheapest is asked first, then the earlier. */
  cost: z.number().min(0).max(10_000).optional(),
  capacity: Capacity.optional(),
  /** `pull`: people take the next ticket (as without it). `push`: the desk hands tickets out. */
  work: z.enum(['pull', 'push']).optional(),
  /** A ticket that was taken and then left alone so many minutes goes back to the queue; without it never. */
  claimMinutes: z.number().int().min(1).max(10_080).optional(),
  /** While the line is closed its work waits (as without it), or goes to the next competent line that is open. */
  outside: z.enum(['wait', 'overflow']).optional(),
  /** Overflow goes there instead. */
  overflowTo: Slug.optional(),
  /** Where hard cases go. */
  escalatesTo: Slug.optional(),
  absence: Absence.optional(),
  /** Told of alerts at any hour, in this order. */
  onCall: z.array(AgentId).max(20).optional(),
});
export type Line = z.infer<typeof Line>;

/** Why a ticket has its topic: shown to agents ("why did this go there?"). */
export const TopicReason = z.object({
  rule: z.enum([
    'rule',
    'form',
    'connection',
    'keyword',
    'fallback',
    'agent',
    'follow-up',
    'learned',
  ]),
  /** The rule's name, the keyword, connection, form topic or agent that decided. */
  detail: z.string().max(120),
});
export type TopicReason = z.infer<typeof TopicReason>;

/** A connection as screens may see it (no credentials). */
export const PublicConnection = z.object({ id: Slug, channel: ChannelKind, name: z.string() });

import * as z from 'zod';
import { ChannelKind, Slug } from './primitives.ts';

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
});
export type Topic = z.infer<typeof Topic>;

/** People of one competence with hours; `calendarId` names a calendar of `schemas/calendar.ts`. */
export const Line = z.object({ id: Slug, name: Localized, calendarId: z.string() });
export type Line = z.infer<typeof Line>;

/** Why a ticket has its topic: shown to agents ("why did this go there?"). */
export const TopicReason = z.object({
  rule: z.enum(['rule', 'form', 'connection', 'keyword', 'fallback', 'agent', 'follow-up']),
  /** The rule's name, the keyword, connection, form topic or agent that decided. */
  detail: z.string().max(120),
});
export type TopicReason = z.infer<typeof TopicReason>;

/** A connection as screens may see it (no credentials). */
export const PublicConnection = z.object({ id: Slug, channel: ChannelKind, name: z.string() });

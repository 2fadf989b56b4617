import * as z from 'zod';
import { Slug } from './primitives.ts';

/** To whom: the holder, the topic's leads, the people of the ticket's line, its on-call list, whoever runs the desk. */
export const AlertTarget = z.enum(['assignee', 'leads', 'line', 'on-call', 'admins']);
export type AlertTarget = z.infer<typeof AlertTarget>;

/** `screen` and `mail` reach each person; the others are one place of the desk's. */
export const AlertWay = z.enum(['screen', 'mail', 'webhook', 'slack', 'telegram']);
export type AlertWay = z.infer<typeof AlertWay>;

/** One rung: so long after the warning or breach, if the clock still runs unmet, these are told. */
export const AlertStep = z.strictObject({
  on: z.enum(['warn', 'breach']),
  afterMinutes: z.number().int().min(0).max(10_080),
  /** The first of these that is somebody is told; with none the next rung is. */
  to: z.array(AlertTarget).min(1).max(5),
  by: z.array(AlertWay).min(1).max(5),
});
export type AlertStep = z.infer<typeof AlertStep>;

export const AlertPolicy = z.strictObject({
  steps: z.array(AlertStep).min(1).max(20),
  /** More alerts than so many to one target in a minute become one message that lists them. */
  digestAbove: z.number().int().min(1).max(1000),
  /** Outside a person's hours an alert is held until they begin, unless they are on call. */
  holdsOutsideHours: z.boolean(),
  /** A chat of one of the desk's bots. */
  telegram: z
    .strictObject({ connectionId: Slug, chatId: z.string().regex(/^-?\d{1,20}$|^@\w{5,32}$/) })
    .optional(),
});
export type AlertPolicy = z.infer<typeof AlertPolicy>;

import * as z from 'zod';
import { Instant, Language, Slug } from './primitives.ts';

/** Which topic a learned model would choose, and how sure it is (0 to 1, calibrated on held-out tickets). */
export const Suggestion = z.object({
  topic: Slug,
  confidence: z.number().min(0).max(1),
  /** Language and moment of training: `en@2026-11-22`. */
  model: z.string().max(40),
});
export type Suggestion = z.infer<typeof Suggestion>;

/** Off unless an admin says so: then a suggestion at least so sure decides where no rule, form or mailbox did. */
export const ClassifierSettings = z.strictObject({
  mode: z.enum(['off', 'suggest', 'decide']),
  threshold: z.number().min(0.5).max(1),
});
export type ClassifierSettings = z.infer<typeof ClassifierSettings>;

/** What a language's model was trained on and how right it was on tickets it had not seen. */
export const ClassifierReport = z.object({
  language: Language,
  trainedAt: Instant,
  trainedOn: z.number().int(),
  heldOut: z.number().int(),
  /** Share of held-out tickets whose topic was named; 0 to 1. */
  accuracy: z.number(),
  /** The same if always the most frequent topic were named. */
  baseline: z.number(),
  topics: z.array(
    z.object({ topic: Slug, heldOut: z.number().int(), precision: z.number(), recall: z.number() }),
  ),
  /** At this confidence or above: which share is decided, and how much of it right. */
  thresholds: z.array(
    z.object({ threshold: z.number(), decided: z.number(), accuracy: z.number() }),
  ),
});
export type ClassifierReport = z.infer<typeof ClassifierReport>;

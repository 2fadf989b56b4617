import * as z from 'zod';
import { Instant } from './primitives.ts';

/** Lines of an envelope below the name, top to bottom: `['Musterstraße 1', '10115 Berlin']`. */
export const PostalLines = z.array(z.string().trim().min(1).max(60)).min(1).max(5);

/** The office's own number of a letter: unique in its office and year. */
export const RegisterNumber = z
  .string()
  .trim()
  .regex(/^[\p{L}\p{N}][\p{L}\p{N} ./_-]{0,39}$/u);

/**
 * How far a letter of ours got on paper; moves are in `functions/desk/letters/states.ts`. `drafted`: the file to print
 * is there. `returned`: the post brought it back.
 */
export const LetterState = z.enum(['drafted', 'printed', 'posted', 'delivered', 'returned']);
export type LetterState = z.infer<typeof LetterState>;

/** What is particular to a letter that a clerk entered. */
export const ReceivedLetter = z.object({
  kind: z.literal('received'),
  registerNumber: RegisterNumber,
  /** When it reached the office; promises count from then. */
  arrivedOn: z.iso.date(),
  /** What the postmark says. */
  postmarkedOn: z.iso.date().optional(),
  /** Name of the clerk. */
  enteredBy: z.string().max(120),
  /** Not for everybody's eyes: it is marked, and lists show nothing of its text. */
  isConfidential: z.boolean(),
});
export type ReceivedLetter = z.infer<typeof ReceivedLetter>;

/** The paper of a letter of ours; absent while its file is being made. */
export const Paper = z.object({
  state: LetterState,
  /** When the state was reached. */
  at: Instant,
  /** The post's number of a registered letter. */
  trackingNumber: z.string().max(60).optional(),
});
export type Paper = z.infer<typeof Paper>;

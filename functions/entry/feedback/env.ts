import * as z from 'zod';
import { parseEnvironment } from '../../observe/environment.ts';
import { deskVariable } from '../desk-variable.ts';

export const FeedbackEnv = z.object({
  TABLE_NAME: z.string(),
  DESK_SETTINGS: deskVariable,
});
export type FeedbackEnv = z.infer<typeof FeedbackEnv>;
/** What infrastructure must set. */
export type FeedbackVariables = z.input<typeof FeedbackEnv>;

export const readFeedbackEnv = (): FeedbackEnv => parseEnvironment(FeedbackEnv, process.env);

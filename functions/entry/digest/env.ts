import * as z from 'zod';
import { Language, Slug } from '../../../schemas/primitives.ts';
import { jsonVariable, parseEnvironment } from '../../observe/environment.ts';

export const DigestEnv = z.object({
  TABLE_NAME: z.string(),
  FILES_BUCKET: z.string(),
  /** What the suggestion of topics has to know: which there are, and the language of what has none. */
  LEARNING: jsonVariable(z.object({ language: Language, topics: z.array(Slug) })),
});
export type DigestEnv = z.infer<typeof DigestEnv>;
/** What infrastructure must set. */
export type DigestVariables = z.input<typeof DigestEnv>;

export const readDigestEnv = (): DigestEnv => parseEnvironment(DigestEnv, process.env);

import * as z from 'zod';
import { parseEnvironment } from '../../observe/environment.ts';

export const DigestEnv = z.object({ TABLE_NAME: z.string() });
export type DigestEnv = z.infer<typeof DigestEnv>;
/** What infrastructure must set. */
export type DigestVariables = z.input<typeof DigestEnv>;

export const readDigestEnv = (): DigestEnv => parseEnvironment(DigestEnv, process.env);

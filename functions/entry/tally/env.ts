import * as z from 'zod';
import { parseEnvironment } from '../../observe/environment.ts';

export const TallyEnv = z.object({ TABLE_NAME: z.string() });
export type TallyEnv = z.infer<typeof TallyEnv>;
/** What infrastructure must set. */
export type TallyVariables = z.input<typeof TallyEnv>;

export const readTallyEnv = (): TallyEnv => parseEnvironment(TallyEnv, process.env);

import * as z from 'zod';
import { IntakeEnv } from '../../entry/intake/env.ts';
import { parseEnvironment } from '../../observe/environment.ts';

/** Intake's own variables, and what the seed is asked for. AWS's are read by its clients. */
const SeedEnv = IntakeEnv.extend({
  /** ISO 8601; all times count back from here. */
  SEED_NOW: z.iso.datetime({ precision: 3 }),
  /** The same number tells the same stories. */
  SEED_NUMBER: z.coerce.number().int(),
  /** People and topics only. */
  SEED_EMPTY: z.stringbool(),
  /** Where the local sign-in looks for people. */
  SEED_PEOPLE_FILE: z.string(),
});
export type SeedEnv = z.infer<typeof SeedEnv>;

export const readSeedEnv = (): SeedEnv => parseEnvironment(SeedEnv, process.env);

import * as z from 'zod';
import { parseEnvironment } from '../../observe/environment.ts';
import { deskVariable } from '../desk-variable.ts';

export const ClockEnv = z.object({ TABLE_NAME: z.string(), DESK_SETTINGS: deskVariable });
export type ClockEnv = z.infer<typeof ClockEnv>;
/** What infrastructure must set. */
export type ClockVariables = z.input<typeof ClockEnv>;

export const readClockEnv = (): ClockEnv => parseEnvironment(ClockEnv, process.env);

import * as z from 'zod';
import { parseEnvironment } from '../../observe/environment.ts';
import { deskVariable } from '../desk-variable.ts';

export const DispatchEnv = z.object({
  TABLE_NAME: z.string(),
  DESK_SETTINGS: deskVariable,
});
export type DispatchEnv = z.infer<typeof DispatchEnv>;
/** What infrastructure must set. */
export type DispatchVariables = z.input<typeof DispatchEnv>;

export const readDispatchEnv = (): DispatchEnv => parseEnvironment(DispatchEnv, process.env);

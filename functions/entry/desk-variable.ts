import * as z from 'zod';
import { Slug } from '../../schemas/primitives.ts';
import { Connection, DeskSettings } from '../../schemas/settings.ts';
import { jsonVariable } from '../observe/environment.ts';

/** The part of `desk.config.ts` that functions read. Lambda allows 4 KB of variables in all, so no more than needed. */
export const DeskVariable = z.object({
  name: z.string(),
  domain: z.string(),
  language: DeskSettings.shape.language,
  /** Of the lines' hours until somebody edits the calendars. */
  timeZone: DeskSettings.shape.timeZone,
  connections: z.array(Connection),
  reopenDays: z.number().int(),
});
export type DeskVariable = z.infer<typeof DeskVariable>;

/** `DESK_SETTINGS`. */
export const deskVariable = jsonVariable(DeskVariable);

/** `CONNECTION_SECRETS`: connection id → ARN of its secret; connections without credentials are absent. */
export const connectionSecretsVariable = jsonVariable(z.record(Slug, z.string()));

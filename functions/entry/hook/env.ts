import * as z from 'zod';
import { parseEnvironment } from '../../observe/environment.ts';
import { connectionSecretsVariable, deskVariable } from '../desk-variable.ts';

export const HookEnv = z.object({
  INBOUND_QUEUE_URL: z.url(),
  /** Takes bodies that do not fit a queue message, under `hook/`. */
  RAW_BUCKET: z.string(),
  /** Where the app is: providers are given `<APP_URL>/hooks/<channel>/<connection>`, and some sign that address. */
  APP_URL: z.url({ protocol: /^https?$/ }),
  CONNECTION_SECRETS: connectionSecretsVariable,
  DESK_SETTINGS: deskVariable,
});
export type HookEnv = z.infer<typeof HookEnv>;
/** What infrastructure must set. */
export type HookVariables = z.input<typeof HookEnv>;

export const readHookEnv = (): HookEnv => parseEnvironment(HookEnv, process.env);

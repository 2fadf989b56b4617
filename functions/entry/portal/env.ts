import * as z from 'zod';
import { Slug } from '../../../schemas/primitives.ts';
import { jsonVariable, parseEnvironment } from '../../observe/environment.ts';
import { connectionSecretsVariable, deskVariable } from '../desk-variable.ts';

export const PortalEnv = z.object({
  TABLE_NAME: z.string(),
  /** Takes what customers attach (`uploads/`, then `files/`). */
  FILES_BUCKET: z.string(),
  INBOUND_QUEUE_URL: z.url(),
  SIGNING_SECRET_ARN: z.string(),
  /** Of chat connections. */
  CONNECTION_SECRETS: connectionSecretsVariable,
  /** Address of the desk's own pages. */
  APP_URL: z.url({ protocol: /^https?$/ }),
  /** The WebSocket's address with its stage: `wss://….amazonaws.com/push`. */
  PUSH_URL: z.url({ protocol: /^wss?$/ }),
  DESK_SETTINGS: deskVariable,
  /** Every deployed topic. */
  TOPICS: jsonVariable(z.array(Slug)),
  /** Where staff sign in, told to the browser before anyone did. */
  SIGN_IN: jsonVariable(z.object({ issuer: z.url(), clientId: z.string() })),
});
export type PortalEnv = z.infer<typeof PortalEnv>;
/** What infrastructure must set. */
export type PortalVariables = z.input<typeof PortalEnv>;

export const readPortalEnv = (): PortalEnv => parseEnvironment(PortalEnv, process.env);

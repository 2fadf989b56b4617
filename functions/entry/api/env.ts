import * as z from 'zod';
import { EmailAddress, Slug } from '../../../schemas/primitives.ts';
import { parseEnvironment } from '../../observe/environment.ts';
import { type NamedRow, namesVariable } from '../desk-variable.ts';

export const ApiEnv = z.object({
  TABLE_NAME: z.string(),
  /** Mail as received; read for signed links only. */
  RAW_BUCKET: z.string(),
  /** Attachments (`files/`), large bodies (`bodies/`) and what agents put before a reply names it (`uploads/`). */
  FILES_BUCKET: z.string(),
  /** Takes letters that a clerk entered. */
  INBOUND_QUEUE_URL: z.url(),
  SIGNING_SECRET_ARN: z.string(),
  DESK_SETTINGS: namesVariable,
  /** Becomes super admin at the first sign-in of an empty desk. */
  FIRST_ADMIN: EmailAddress,
  /** Every deployed topic → the event source mapping between its queue and `dispatch` (the pause switch). */
  TOPIC_MAPPINGS: z
    .string()
    .transform((text) => Object.fromEntries(text.split(' ').map((pair) => pair.split('='))))
    .pipe(z.record(Slug, z.string())),
  /** Address of the app; hooks are below it. */
  APP_URL: z.url({ protocol: /^https?$/ }),
  /** Address of SES's suppression list. */
  SUPPRESSION_LIST: z.url({ protocol: /^https?$/ }),
  /** The WebSocket's address with its stage: `wss://….amazonaws.com/push`. */
  PUSH_URL: z.url({ protocol: /^wss?$/ }),
  /** API Gateway's management address of the push API, with its stage. */
  PUSH_ENDPOINT: z.url({ protocol: /^https?$/ }),
});
export type ApiEnv = z.infer<typeof ApiEnv>;
/** `DESK_SETTINGS` as infrastructure writes it. */
export type ApiNames = Omit<ApiEnv['DESK_SETTINGS'], 'connections'> & {
  readonly connections: readonly NamedRow[];
};
/** What infrastructure must set. */
export type ApiVariables = z.input<typeof ApiEnv>;

export const readApiEnv = (): ApiEnv => parseEnvironment(ApiEnv, process.env);

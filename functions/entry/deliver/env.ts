import * as z from 'zod';
import { parseEnvironment } from '../../observe/environment.ts';
import { connectionSecretsVariable, deskVariable } from '../desk-variable.ts';
import { providerBasesVariable } from '../provider-bases.ts';

export const DeliverEnv = z.object({
  TABLE_NAME: z.string(),
  /** Attachments to send and bodies too large for an item. */
  FILES_BUCKET: z.string(),
  /** Its own queue: a provider's "not before" becomes the message's visibility. */
  OUTBOUND_QUEUE_URL: z.url(),
  SIGNING_SECRET_ARN: z.string(),
  CONNECTION_SECRETS: connectionSecretsVariable,
  DESK_SETTINGS: deskVariable,
  PROVIDER_BASES: providerBasesVariable,
  /** SES configuration set whose events come back to `feedback`. */
  CONFIGURATION_SET: z.string(),
  /** Address of the agents' app, for links in alerts. */
  APP_URL: z.url({ protocol: /^https?$/ }),
  ALERT_WEBHOOK_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** Secret of the form `{ "secrets": ["whsec_…"], "slackUrl": "https://hooks.slack.com/…" }`, both optional. */
  ALERT_SECRET_ARN: z.string().optional(),
});
export type DeliverEnv = z.infer<typeof DeliverEnv>;
/** What infrastructure must set. */
export type DeliverVariables = z.input<typeof DeliverEnv>;

export const readDeliverEnv = (): DeliverEnv => parseEnvironment(DeliverEnv, process.env);

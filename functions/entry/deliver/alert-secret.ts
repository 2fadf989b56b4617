import * as z from 'zod';
import { WebhookCredentials } from '../../channels/webhook/credentials.ts';
import type { DeliverDeps } from './deliver-deps.ts';

/**
 * Where alerts go besides people. `slackUrl` is an incoming webhook's address: whoever knows it can write there, so it is
 * a secret, and it must be Slack's, so that nothing else can be reached by it.
 */
const AlertSecret = WebhookCredentials.partial().extend({
  slackUrl: z
    .string()
    .regex(/^https:\/\/hooks\.slack\.com\/[\w/-]{1,200}$/)
    .optional(),
});
type AlertSecret = z.infer<typeof AlertSecret>;

/** Empty when nobody filled it in, or not as it should be. */
export const alertSecretOf = async ({
  alerts,
}: Pick<DeliverDeps, 'alerts'>): Promise<AlertSecret> =>
  AlertSecret.safeParse(await alerts.secret()).data ?? {};

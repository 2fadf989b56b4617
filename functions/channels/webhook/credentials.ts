import * as z from 'zod';

/** Two at most: the current secret and the one it replaces. None until the operator fills it in: nothing is accepted. */
export const WebhookCredentials = z.object({
  secrets: z.array(z.string().regex(/^(whsec_)?[A-Za-z0-9+/]{32,88}={0,2}$/)).max(2),
});
export type WebhookCredentials = z.infer<typeof WebhookCredentials>;

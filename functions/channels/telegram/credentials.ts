import * as z from 'zod';

/**
 * `webhookSecrets`: the current `secret_token` of setWebhook and, while rotating, the one before it. Both are empty
 * until the operator fills the secret in: nothing is accepted or sent then.
 */
export const TelegramCredentials = z.object({
  botToken: z.string(),
  webhookSecrets: z.array(z.string().regex(/^[A-Za-z0-9_-]{1,256}$/)).max(2),
});
export type TelegramCredentials = z.infer<typeof TelegramCredentials>;

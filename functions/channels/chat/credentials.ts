import * as z from 'zod';

/**
 * `identitySecrets`: what the page signs its visitors with, the current one first and, while rotating, the one before
 * it. None until the operator fills it in: every visitor is anonymous then.
 */
export const ChatCredentials = z.object({
  identitySecrets: z.array(z.string().min(16).max(256)).max(2),
});
export type ChatCredentials = z.infer<typeof ChatCredentials>;

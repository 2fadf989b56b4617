import * as z from 'zod';

/**
 * The account's auth token and, while rotating, the one before or after it. Empty until the operator fills the secret
 * in: nothing is accepted or sent then. API keys sign nothing, so they do not serve.
 */
export const TwilioCredentials = z.object({
  authTokens: z.array(z.string().min(1).max(200)).max(2),
});

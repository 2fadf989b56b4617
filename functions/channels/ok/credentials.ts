import * as z from 'zod';

/**
 * `accessToken`: the group's API key. `urlSecrets`: what the hook's address carries as `?key=`, and while rotating the
 * one before it; OK signs nothing. `confirmation`: answer to a CONFIRMATION, which only app webhooks ask. Empty until the
 * operator fills them in: nothing is accepted or sent then.
 */
export const OkCredentials = z.object({
  accessToken: z.string(),
  urlSecrets: z.array(z.string().regex(/^[A-Za-z0-9_-]{1,128}$/)).max(2),
  confirmation: z.string().max(200).default(''),
});

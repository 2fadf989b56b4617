import * as z from 'zod';

/**
 * `accessToken`: a key of the community with the rights messages, photos, docs and manage. `secrets`: the secret key of
 * the callback server, and while rotating the one before it. `confirmation`: the string VK wants to hear once. All are
 * empty until the operator fills them in: nothing is accepted or sent then.
 */
export const VkCredentials = z.object({
  accessToken: z.string(),
  secrets: z.array(z.string().min(1).max(50)).max(2),
  confirmation: z.string().regex(/^[A-Za-z0-9]{0,32}$/),
});

import * as z from 'zod';

/**
 * `appSecrets`: the current one and, while rotating, the one before it. `accessToken`: of a system user (WhatsApp), the
 * page (Messenger, Instagram by page) or the Instagram user. All are empty until the operator fills the secret in:
 * nothing is accepted or sent then. `tokenIssuedOn` (`2026-11-22`): when a token that lives 60 days was made or
 * refreshed, so that the desk can warn before it ends.
 */
export const MetaCredentials = z.object({
  accessToken: z.string(),
  appSecrets: z.array(z.string().min(1)).max(2),
  verifyToken: z.string(),
  tokenIssuedOn: z.iso.date().optional(),
});
export type MetaCredentials = z.infer<typeof MetaCredentials>;

import * as z from 'zod';

/**
 * `authTokens`: the bot's token, and while rotating the one before it. Viber signs with it and knows us by it. None until
 * the operator fills it in: nothing is accepted or sent then.
 */
export const ViberCredentials = z.object({ authTokens: z.array(z.string().min(1)).max(2) });

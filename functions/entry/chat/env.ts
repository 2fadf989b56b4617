import * as z from 'zod';
import { parseEnvironment } from '../../observe/environment.ts';

export const ChatEnv = z.object({
  TABLE_NAME: z.string(),
  SIGNING_SECRET_ARN: z.string(),
});
export type ChatEnv = z.infer<typeof ChatEnv>;
/** What infrastructure must set. */
export type ChatVariables = z.input<typeof ChatEnv>;

export const readChatEnv = (): ChatEnv => parseEnvironment(ChatEnv, process.env);

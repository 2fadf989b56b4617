import * as z from 'zod';
import { parseEnvironment } from '../../observe/environment.ts';
import { deskVariable } from '../desk-variable.ts';

export const ChatEnv = z.object({
  TABLE_NAME: z.string(),
  /** What visitors put (`uploads/`), and where their messages keep it (`files/`). */
  FILES_BUCKET: z.string(),
  INBOUND_QUEUE_URL: z.url(),
  SIGNING_SECRET_ARN: z.string(),
  DESK_SETTINGS: deskVariable,
  /** Address of the desk's own pages. */
  APP_URL: z.url({ protocol: /^https?$/ }),
  /** API Gateway's management address of the push API, with its stage. */
  PUSH_ENDPOINT: z.url({ protocol: /^https?$/ }),
});
export type ChatEnv = z.infer<typeof ChatEnv>;
/** What infrastructure must set. */
export type ChatVariables = z.input<typeof ChatEnv>;

export const readChatEnv = (): ChatEnv => parseEnvironment(ChatEnv, process.env);

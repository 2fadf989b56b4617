import * as z from 'zod';
import { parseEnvironment } from '../../observe/environment.ts';

export const RelayEnv = z.object({
  TABLE_NAME: z.string(),
  OUTBOUND_QUEUE_URL: z.url(),
  /** API Gateway's management address of the push API, with its stage: `https://….amazonaws.com/push`. */
  PUSH_ENDPOINT: z.url({ protocol: /^https?$/ }),
});
export type RelayEnv = z.infer<typeof RelayEnv>;
/** What infrastructure must set. */
export type RelayVariables = z.input<typeof RelayEnv>;

export const readRelayEnv = (): RelayEnv => parseEnvironment(RelayEnv, process.env);

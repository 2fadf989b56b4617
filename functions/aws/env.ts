import * as z from 'zod';
import { parseEnvironment } from '../observe/environment.ts';

/**
 * What Lambda itself tells every function; fixed for the life of an execution environment.
 * https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html
 */
const AwsEnv = z
  .object({
    AWS_REGION: z.string(),
    AWS_ACCESS_KEY_ID: z.string(),
    AWS_SECRET_ACCESS_KEY: z.string(),
    AWS_SESSION_TOKEN: z.string().optional(),
    /** Set where the services are stand-ins; the same variable the SDK follows. */
    AWS_ENDPOINT_URL: z.url({ protocol: /^https?$/ }).optional(),
  })
  .transform((env) => ({
    region: env.AWS_REGION,
    endpoint: env.AWS_ENDPOINT_URL?.replace(/\/$/, ''),
    credentials: {
      accessKeyId: env.AWS_ACCESS_KEY_ID,
      secretAccessKey: env.AWS_SECRET_ACCESS_KEY,
      sessionToken: env.AWS_SESSION_TOKEN,
    },
  }));
/** Whose name a request is signed in, and where it goes. */
export type AwsAccount = z.output<typeof AwsEnv>;

export const readAwsAccount = (): AwsAccount => parseEnvironment(AwsEnv, process.env);

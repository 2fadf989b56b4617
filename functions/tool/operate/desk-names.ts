import * as z from 'zod';
import type { AwsAccount } from '../../aws/env.ts';
import { AwsRefusal, newSignedFetch } from '../../aws/signed-fetch.ts';

/** The part of Lambda's GetFunctionConfiguration that is read. */
const Configuration = z.object({
  Environment: z.object({ Variables: z.object({ RAW_BUCKET: z.string() }) }),
});

/**
 * The bucket of raw mail as the deployed intake knows it; its name is chosen by CloudFormation.
 * https://docs.aws.amazon.com/lambda/latest/api/API_GetFunctionConfiguration.html
 */
export const deployedRawBucket = async (account: AwsAccount, prefix: string): Promise<string> => {
  const name = `${prefix}-intake`;
  const url = new URL(
    `https://lambda.${account.region}.amazonaws.com/2015-03-31/functions/${name}/configuration`,
  );
  const request = { service: 'lambda', method: 'GET', url, headers: {} } as const;
  const answer = await newSignedFetch(account)(request);
  const text = await answer.text();
  if (!answer.ok) throw new AwsRefusal(request, answer.status, text);
  return Configuration.parse(JSON.parse(text)).Environment.Variables.RAW_BUCKET;
};

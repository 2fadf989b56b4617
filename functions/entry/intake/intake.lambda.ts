import { SQSClient } from '@aws-sdk/client-sqs';
import { lambda } from '../../observe/lambda.ts';
import { consumeBatch } from '../../queue/batch.ts';
import { arrangingReturn, newShowAgain } from '../../queue/come-again.ts';
import { intakeDeps } from './deps.ts';
import { readIntakeEnv } from './env.ts';
import { handleJob } from './handle-job.ts';
import { parseJob } from './parse-job.ts';

export const handler = lambda('intake', () => {
  const env = readIntakeEnv();
  const handle = handleJob(intakeDeps(env));
  return consumeBatch({
    parse: parseJob,
    handle: arrangingReturn(
      (job, { receiveCount }) => handle(job, receiveCount),
      newShowAgain(new SQSClient(), env.INBOUND_QUEUE_URL),
    ),
    concurrency: 10,
  });
});

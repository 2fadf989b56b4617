import { lambda } from '../../observe/lambda.ts';
import { consumeBatch } from '../../queue/batch.ts';
import { intakeDeps } from './deps.ts';
import { readIntakeEnv } from './env.ts';
import { handleJob } from './handle-job.ts';
import { parseJob } from './parse-job.ts';

export const handler = lambda('intake', () => {
  const handle = handleJob(intakeDeps(readIntakeEnv()));
  return consumeBatch({
    parse: parseJob,
    handle: (job, { receiveCount }) => handle(job, receiveCount),
    concurrency: 10,
  });
});

import { TopicJob } from '../../../schemas/queue.ts';
import { lambda } from '../../observe/lambda.ts';
import { consumeBatch } from '../../queue/batch.ts';
import { dispatchDeps } from './deps.ts';
import { readDispatchEnv } from './env.ts';
import { handleTopicJob } from './handle-topic-job.ts';

export const handler = lambda('dispatch', () =>
  consumeBatch({
    parse: (body) => TopicJob.parse(JSON.parse(body)),
    handle: handleTopicJob(dispatchDeps(readDispatchEnv())),
    keyOf: ({ ticketId }) => ticketId,
    concurrency: 10,
  }),
);

import { lambda } from '../../observe/lambda.ts';
import { digestDeps } from './deps.ts';
import { readDigestEnv } from './env.ts';
import { jobsOf } from './jobs.ts';
import { runJobs } from './run-jobs.ts';

export const handler = lambda('digest', () => runJobs(jobsOf(digestDeps(readDigestEnv()))));

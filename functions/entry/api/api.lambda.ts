import { lambda } from '../../observe/lambda.ts';
import { apiDeps } from './deps.ts';
import { readApiEnv } from './env.ts';
import { makeApi } from './make-api.ts';

/** Everything staff do. */
export const handler = lambda('api', () => makeApi(apiDeps(readApiEnv())));

import { lambda } from '../../observe/lambda.ts';
import { tallyDeps } from './deps.ts';
import { readTallyEnv } from './env.ts';
import { handleTally } from './handle-tally.ts';

export const handler = lambda('tally', () => handleTally(tallyDeps(readTallyEnv())));

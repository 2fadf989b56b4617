import { lambda } from '../../observe/lambda.ts';
import { clockDeps } from './deps.ts';
import { readClockEnv } from './env.ts';
import { sweep } from './sweep.ts';

export const handler = lambda('clock', () => sweep(clockDeps(readClockEnv())));

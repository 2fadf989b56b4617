import { lambda } from '../../observe/lambda.ts';
import { clockDeps } from './deps.ts';
import { readClockEnv } from './env.ts';
import { handleClock } from './handle-clock.ts';
import { sweep, sweepPromises } from './sweep.ts';

export const handler = lambda('clock', () => {
  const deps = clockDeps(readClockEnv());
  return handleClock({ minute: sweep(deps), halfMinute: sweepPromises(deps) });
});

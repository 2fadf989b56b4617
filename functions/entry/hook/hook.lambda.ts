import { lambda } from '../../observe/lambda.ts';
import { hookDeps } from './deps.ts';
import { readHookEnv } from './env.ts';
import { handleHook } from './handle-hook.ts';

export const handler = lambda('hook', () => handleHook(hookDeps(readHookEnv())));

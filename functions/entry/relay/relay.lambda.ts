import { lambda } from '../../observe/lambda.ts';
import { relayDeps } from './deps.ts';
import { readRelayEnv } from './env.ts';
import { relay } from './relay.ts';

export const handler = lambda('relay', () => relay(relayDeps(readRelayEnv())));

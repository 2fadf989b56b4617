import { lambda } from '../../observe/lambda.ts';
import { chatDeps } from './deps.ts';
import { readChatEnv } from './env.ts';
import { handleSocket } from './handle-socket.ts';

/** Agents’ screens and visitors of the site chat over the WebSocket. */
export const handler = lambda('chat', () => handleSocket(chatDeps(readChatEnv())));

import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import * as z from 'zod';
import { ChatFrame, type ChatPush } from '../../../schemas/chat.ts';
import { ScreenFrame } from '../../../schemas/push.ts';
import { summarize } from '../../observe/context.ts';
import type { ChatDeps, SocketEvent } from './chat-deps.ts';
import { connect } from './connect.ts';
import { tellPresence } from './presence.ts';
import { hearScreen } from './screen-frames.ts';
import { hearVisitor } from './visitor-frames.ts';

/** API Gateway's own limit of one frame. */
const longestFrame = 32 * 1024;

const Frame = z.union([ChatFrame, ScreenFrame]);

/**
 * Both ends of the line: screens of agents, which mostly listen, and visitors of the site chat. A connection id is no
 * session: who speaks is looked up with every frame, and what must not be lost is on the inbound queue before it is
 * answered.
 */
export const handleSocket =
  (deps: ChatDeps) =>
  async (event: SocketEvent): Promise<APIGatewayProxyStructuredResultV2> => {
    const { routeKey, connectionId } = event.requestContext;
    summarize({ routeKey, connectionId });
    if (routeKey === '$connect') return connect(deps, event);
    if (routeKey === '$disconnect') {
      await disconnect(deps, connectionId);
      return { statusCode: 200 };
    }
    return hear(deps, connectionId, event.body ?? '');
  };

async function hear(
  deps: ChatDeps,
  socketId: string,
  body: string,
): Promise<APIGatewayProxyStructuredResultV2> {
  const frame = readFrame(body);
  if (!frame) return { statusCode: 400 };
  summarize({ frame: frame.type });
  if (frame.type === 'ping') return answered({ type: 'pong' });
  if (frame.type === 'watch' || frame.type === 'unwatch') {
    await hearScreen(deps, socketId, frame);
    return { statusCode: 200 };
  }
  const answer = await hearVisitor(deps, socketId, frame);
  return answer ? answered(answer) : { statusCode: 200 };
}

/** What the route's response carries back over the same socket. */
const answered = (message: ChatPush): APIGatewayProxyStructuredResultV2 => ({
  statusCode: 200,
  body: JSON.stringify(message),
});

/** Undefined for anything but our own frames. */
function readFrame(body: string): z.output<typeof Frame> | undefined {
  if (Buffer.byteLength(body) > longestFrame) return undefined;
  try {
    return Frame.safeParse(JSON.parse(body)).data;
  } catch {
    return undefined;
  }
}

/** Best effort at the gateway's side too: what it forgets to say, the items' time to live ends. */
async function disconnect(deps: ChatDeps, socketId: string): Promise<void> {
  const [visit] = await Promise.all([
    deps.visits.close(socketId),
    deps.connections.remove(socketId),
  ]);
  if (visit && (await deps.visits.socketsOf(visit)).length === 0)
    await tellPresence(deps, visit, false);
}

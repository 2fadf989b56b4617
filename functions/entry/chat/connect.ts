import { chatConnectionOf, isAllowedOrigin } from '../../channels/chat/allowed-origin.ts';
import { summarize } from '../../observe/context.ts';
import { log } from '../../observe/log.ts';
import { readPushToken } from '../push-token.ts';
import { readVisitor, type VisitorClaims } from '../visit-token.ts';
import type { ChatDeps, SocketEvent } from './chat-deps.ts';
import { tellPresence } from './presence.ts';

type Answer = { readonly statusCode: 200 | 401 | 403 };

/** A screen of an agent's or a visitor's widget, by the token of one minute in the address. */
export async function connect(deps: ChatDeps, event: SocketEvent): Promise<Answer> {
  const token = event.queryStringParameters?.['token'] ?? '';
  const signing = { secrets: await deps.signingSecrets(), now: deps.now() };
  const agentId = readPushToken(token, signing);
  if (agentId) return connectScreen(deps, event, agentId);
  const visitor = readVisitor('visit', token, signing);
  if (visitor) return connectVisitor(deps, event, visitor);
  log.warn('push.refused', { connectionId: event.requestContext.connectionId });
  return { statusCode: 401 };
}

async function connectScreen(
  { connections, now }: ChatDeps,
  { requestContext: { connectionId } }: SocketEvent,
  agentId: string,
): Promise<Answer> {
  await connections.put({ connectionId, agentId, connectedAt: new Date(now()).toISOString() });
  summarize({ agentId });
  return { statusCode: 200 };
}

/** A token that somebody carried to a page of their own is worth nothing there: browsers tell the true origin. */
async function connectVisitor(
  deps: ChatDeps,
  event: SocketEvent,
  visitor: VisitorClaims,
): Promise<Answer> {
  const { connections, appUrl } = deps.settings;
  const connection = chatConnectionOf(connections, visitor.connectionId);
  if (!connection || !isAllowedOrigin(connection, originOf(event), appUrl)) {
    log.warn('chat.origin.refused', { connection: visitor.connectionId });
    return { statusCode: 403 };
  }
  const visit = {
    ...visitor,
    socketId: event.requestContext.connectionId,
    connectedAt: new Date(deps.now()).toISOString(),
  };
  await deps.visits.open(visit);
  await tellPresence(deps, visit, true);
  return { statusCode: 200 };
}

/** The gateway passes names on as the browser wrote them. */
const originOf = ({ headers }: SocketEvent): string | undefined =>
  Object.entries(headers ?? {}).find(([name]) => name.toLowerCase() === 'origin')?.[1];

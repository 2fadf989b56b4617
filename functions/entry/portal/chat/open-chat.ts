import type * as endpoints from '../../../../schemas/api/chat.ts';
import type { ChatUser } from '../../../../schemas/chat.ts';
import { ChatCredentials } from '../../../channels/chat/credentials.ts';
import {
  chatOfStranger,
  chatOfUser,
  type ProvenUser,
  provenUser,
} from '../../../channels/chat/identity.ts';
import { forbidden } from '../../../desk/problem.ts';
import type { Handler } from '../../../http/types.ts';
import { ticketOfChat } from '../../chat-tickets.ts';
import {
  readVisitor,
  signVisitorToken,
  signVisitToken,
  type VisitorClaims,
} from '../../visit-token.ts';
import { passChatFuse } from '../fuses.ts';
import type { PortalCaller, PortalDeps } from '../portal-deps.ts';
import { chatStatus } from './status.ts';
import { connectionFor } from './visitor.ts';

/** Asked at the first opening and before every reconnect, so tokens stay fresh as long as somebody comes. */
export const openChat =
  (deps: PortalDeps): Handler<typeof endpoints.openChat, PortalCaller> =>
  async ({ body }, caller) => {
    const connection = connectionFor(deps, body.connection, caller);
    await passChatFuse(deps, caller);
    const signing = { secrets: await deps.signingSecrets(), now: Date.parse(deps.now()) };
    const before = body.token ? readVisitor('visitor', body.token, signing) : undefined;
    const known = before?.connectionId === connection.id ? before : undefined;
    const user = body.user && (await proven(deps, connection.id, body.user));
    const { language } = body;
    const visitor: VisitorClaims = {
      connectionId: connection.id,
      chat: user
        ? await chatOf(deps, connection.id, user, known)
        : await strangersChat(deps, known),
      ...(user && { user }),
      ...(language && { language }),
    };
    const socketUrl = new URL(deps.settings.pushUrl);
    socketUrl.searchParams.set('token', signVisitToken(visitor, signing));
    const ticket = await ticketOfChat(deps, visitor);
    return {
      token: signVisitorToken(visitor, signing).token,
      chat: visitor.chat,
      socketUrl: socketUrl.href,
      name: connection.name,
      isIdentified: user !== undefined,
      status: await chatStatus(deps, { connection, ticket, language }),
    };
  };

/** @throws Problem `chat.identity-refused` */
async function proven(
  { connectionSecret }: PortalDeps,
  connectionId: string,
  user: ChatUser,
): Promise<ProvenUser> {
  const credentials = ChatCredentials.safeParse(await connectionSecret(connectionId));
  const known = provenUser(user, credentials.data?.identitySecrets ?? []);
  if (known) return known;
  throw forbidden('chat.identity-refused', 'The page’s signature of its visitor does not hold.');
}

/** Who was signed in and is not any more begins anew: somebody else may sit there now. */
async function strangersChat(
  { randomBytes }: PortalDeps,
  known: VisitorClaims | undefined,
): Promise<string> {
  return known && !known.user ? known.chat : chatOfStranger(randomBytes(16));
}

/**
 * A user's conversation on any device; if there is none yet, the one this browser began before the user signed in,
 * which becomes theirs with the next message. Somebody else's is never gone on with.
 */
async function chatOf(
  deps: PortalDeps,
  connectionId: string,
  user: ProvenUser,
  known: VisitorClaims | undefined,
): Promise<string> {
  const own = chatOfUser(connectionId, user.id);
  const ticket = await ticketOfChat(deps, { connectionId, chat: own });
  if (ticket) return ticket.replyTo.address;
  const mayGoOn = known && (known.user === undefined || known.user.id === user.id);
  return mayGoOn && (await ticketOfChat(deps, known)) ? known.chat : own;
}

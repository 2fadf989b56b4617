import type { ConnectionOf } from '../../../../schemas/connection.ts';
import { chatConnectionOf, isAllowedOrigin } from '../../../channels/chat/allowed-origin.ts';
import { forbidden, missing, Problem } from '../../../desk/problem.ts';
import { readVisitor, type VisitorClaims } from '../../visit-token.ts';
import type { PortalCaller, PortalDeps } from '../portal-deps.ts';

/**
 * The connection a page asks for.
 * @throws Problem `chat.missing`, `chat.origin-refused`
 */
export function connectionFor(
  { settings }: Pick<PortalDeps, 'settings'>,
  id: string,
  { origin }: PortalCaller,
): ConnectionOf<'chat'> {
  const connection = chatConnectionOf(settings.connections, id);
  if (!connection) throw missing('chat.missing', `This desk has no chat "${id}".`);
  if (!isAllowedOrigin(connection, origin, settings.appUrl))
    throw forbidden(
      'chat.origin-refused',
      'Pages of this host may not show the chat. Add the host to the connection.',
    );
  return connection;
}

/**
 * Whose conversation a request is about.
 * @throws Problem `chat.token-invalid`, and what `connectionFor` throws
 */
export async function visitorFor(
  deps: PortalDeps,
  token: string,
  caller: PortalCaller,
): Promise<VisitorClaims> {
  const signing = { secrets: await deps.signingSecrets(), now: Date.parse(deps.now()) };
  const visitor = readVisitor('visitor', token, signing);
  if (!visitor)
    throw new Problem('forbidden', 'chat.token-invalid', 'The chat has to be opened again.');
  connectionFor(deps, visitor.connectionId, caller);
  return visitor;
}

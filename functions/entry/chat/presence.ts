import type { Visit } from '../../desk/visits.ts';
import { ticketOfChat } from '../chat-tickets.ts';
import { pushToWatchers } from '../visit-pushes.ts';
import type { ChatDeps } from './chat-deps.ts';

/** Screens that are gone: the watch and the connection both. */
export const forgetScreen =
  ({ visits, connections }: Pick<ChatDeps, 'visits' | 'connections'>, ticketId: string) =>
  (socketId: string) =>
    Promise.all([visits.unwatch({ ticketId, socketId }), connections.remove(socketId)]);

/** Tells the screens that show the conversation's ticket what its visitor does; nobody is told of a chat without one. */
async function tell(
  deps: ChatDeps,
  visit: Pick<Visit, 'connectionId' | 'chat'>,
  messageOf: (ticketId: string) => Parameters<typeof pushToWatchers>[2],
): Promise<void> {
  const ticket = await ticketOfChat(deps, visit);
  if (!ticket) return;
  const forget = forgetScreen(deps, ticket.id);
  await pushToWatchers({ ...deps, forget }, ticket.id, messageOf(ticket.id));
}

export const tellPresence = (deps: ChatDeps, visit: Visit, isHere: boolean): Promise<void> =>
  tell(deps, visit, (ticketId) => ({
    type: 'presence',
    ticketId,
    isHere,
    at: new Date(deps.now()).toISOString(),
  }));

export const tellTyping = (deps: ChatDeps, visit: Visit): Promise<void> =>
  tell(deps, visit, (ticketId) => ({ type: 'typing', ticketId }));

import type { ScreenFrame } from '../../../schemas/push.ts';
import { pushTo, pushToVisitors } from '../visit-pushes.ts';
import type { ChatDeps } from './chat-deps.ts';
import { forgetScreen } from './presence.ts';

/** A screen begins or ceases to show a ticket. Only sockets that signed in as an agent's are heard. */
export async function hearScreen(
  deps: ChatDeps,
  socketId: string,
  { type, ticketId }: Exclude<ScreenFrame, { type: 'ping' }>,
): Promise<void> {
  if (!(await deps.visits.isScreen(socketId))) return;
  if (type === 'unwatch') return deps.visits.unwatch({ ticketId, socketId });
  const ticket = await deps.tickets.load(ticketId);
  if (ticket?.channel !== 'chat') return;
  const at = new Date(deps.now()).toISOString();
  await deps.visits.watch({ ticketId, socketId, now: at });
  const conversation = { connectionId: ticket.connectionId, chat: ticket.replyTo.address };
  const sockets = await deps.visits.socketsOf(conversation);
  await pushTo({ push: deps.push, forget: forgetScreen(deps, ticketId) }, [socketId], {
    type: 'presence',
    ticketId,
    isHere: sockets.length > 0,
    at,
  });
  await pushToVisitors({ ...deps, forget: (gone) => deps.visits.close(gone) }, conversation, {
    type: 'seen',
    at,
  });
}

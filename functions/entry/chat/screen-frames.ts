import type { ScreenFrame } from '../../../schemas/push.ts';
import type { Ticket } from '../../../schemas/ticket.ts';
import { maySee, permissionsOf } from '../../desk/access.ts';
import { rolesFor } from '../roles-for.ts';
import { pushTo, pushToVisitors } from '../visit-pushes.ts';
import type { ChatDeps } from './chat-deps.ts';
import { forgetScreen } from './presence.ts';

/** Asked when the watch begins; where the agent's access has ended since, the watch ends with the screen. */
async function maySeeIt(
  { agents, desk }: Pick<ChatDeps, 'agents' | 'desk'>,
  agentId: string,
  ticket: Ticket,
): Promise<boolean> {
  const agent = await agents.load(agentId);
  if (!agent || !maySee(agent, ticket)) return false;
  return permissionsOf(agent, await rolesFor(desk, agent)).includes('tickets.read');
}

/** A screen begins or ceases to show a ticket. Only sockets that signed in as an agent's are heard. */
export async function hearScreen(
  deps: ChatDeps,
  socketId: string,
  { type, ticketId }: Exclude<ScreenFrame, { type: 'ping' }>,
): Promise<void> {
  const agentId = await deps.visits.agentAt(socketId);
  if (agentId === undefined) return;
  if (type === 'unwatch') return deps.visits.unwatch({ ticketId, socketId });
  const ticket = await deps.tickets.load(ticketId);
  if (ticket?.channel !== 'chat' || !(await maySeeIt(deps, agentId, ticket))) return;
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

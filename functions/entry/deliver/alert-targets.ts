import type { Agent } from '../../../schemas/agent.ts';
import type { Ticket } from '../../../schemas/ticket.ts';
import type { DeliverDeps } from './deliver-deps.ts';

/**
 * Who is told that a promise runs out: the agent who holds the ticket, else the topic's leads, else whoever runs the
 * desk. Somebody always is.
 */
export async function alertedAgents(
  { agents }: Pick<DeliverDeps, 'agents'>,
  ticket: Pick<Ticket, 'assigneeId' | 'topic'>,
): Promise<readonly Agent[]> {
  const holder = ticket.assigneeId ? await agents.load(ticket.assigneeId) : undefined;
  if (holder?.active) return [holder];
  const active = (await agents.list()).filter((agent) => agent.active);
  const leads = active.filter((agent) => agent.leads.includes(ticket.topic));
  return leads.length > 0 ? leads : active.filter((agent) => agent.role === 'super-admin');
}

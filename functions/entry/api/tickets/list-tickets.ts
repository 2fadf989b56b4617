import type * as endpoints from '../../../../schemas/api/ticket-lists.ts';
import { requireTopic, seenBy } from '../../../desk/access.ts';
import type { UseCase } from '../types.ts';

/** One query of the topic's list; tickets of lines out of the caller's scope are left out, which makes pages shorter. */
export const listTickets: UseCase<typeof endpoints.listTickets> =
  ({ tickets }) =>
  async ({ query }, agent) => {
    requireTopic(agent, query.topic);
    const page = await tickets.listByTopic(query);
    return { items: seenBy(agent, page.items), cursor: page.cursor };
  };

/** One query of the agent's own list. */
export const listMyTickets: UseCase<typeof endpoints.listMyTickets> =
  ({ tickets }) =>
  async ({ query }, agent) => {
    const page = await tickets.listByAgent({ ...query, agentId: agent.id });
    return { items: seenBy(agent, page.items), cursor: page.cursor };
  };

import type * as endpoints from '../../../../schemas/api/tickets.ts';
import type { UseCase } from '../types.ts';

/** One query of the topic's list. */
export const listTickets: UseCase<typeof endpoints.listTickets> =
  ({ tickets }) =>
  async ({ query }) => {
    const page = await tickets.listByTopic(query);
    return { items: [...page.items], cursor: page.cursor };
  };

/** One query of the agent's own list. */
export const listMyTickets: UseCase<typeof endpoints.listMyTickets> =
  ({ tickets }) =>
  async ({ query }, agent) => {
    const page = await tickets.listByAgent({ ...query, agentId: agent.id });
    return { items: [...page.items], cursor: page.cursor };
  };

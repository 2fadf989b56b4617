import type * as endpoints from '../../../../schemas/api/ticket-lists.ts';
import { heardBy } from '../../../desk/access.ts';
import type { UseCase } from '../types.ts';

/** What a screen missed while its connection was down. */
export const listChanges: UseCase<typeof endpoints.listChanges> =
  ({ feed, now }) =>
  async ({ query }, agent) => {
    const changes = await feed.since(query.since, now());
    return { ...changes, tickets: heardBy(agent, changes.tickets) };
  };

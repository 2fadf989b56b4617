import type * as endpoints from '../../../../schemas/api/tickets.ts';
import { maySee } from '../../../desk/access.ts';
import { conflict, missing } from '../../../desk/problem.ts';
import { assign } from '../../../desk/tickets/claim.ts';
import type { UseCase } from '../types.ts';
import { changeTicket } from './change-ticket.ts';

export const assignTicket: UseCase<typeof endpoints.assignTicket> =
  (deps) =>
  async ({ params, body }, agent) => {
    const { assigneeId } = body;
    const assignee = assigneeId === null ? undefined : await deps.agents.load(assigneeId);
    if (assigneeId !== null && !assignee)
      throw missing('agent.missing', `There is no agent ${assigneeId}.`);
    const ticket = await changeTicket(
      deps,
      { ...params, ...body, by: agent },
      ({ ticket, now }) => {
        if (assignee && !maySee(assignee, ticket)) throw unseen(assignee.name);
        return assign({ ticket, by: agent, assignee, now });
      },
    );
    return { ticket };
  };

const unseen = (name: string) =>
  conflict(
    'assignee.out-of-scope',
    `${name} may not see tickets of this topic or line. Choose somebody else, or pass the ticket on to their line first.`,
  );

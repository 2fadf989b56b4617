import type * as endpoints from '../../../../schemas/api/tickets.ts';
import { missing } from '../../../desk/problem.ts';
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
    const ticket = await changeTicket(deps, { ...params, ...body, by: agent }, ({ ticket, now }) =>
      assign({ ticket, by: agent, assignee, now }),
    );
    return { ticket };
  };

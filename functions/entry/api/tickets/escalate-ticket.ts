import type * as endpoints from '../../../../schemas/api/tickets.ts';
import { escalate, escalationOf } from '../../../desk/lines/escalate.ts';
import { loadLists } from '../../desk-lists.ts';
import { pushTo } from '../../hand-out.ts';
import type { UseCase } from '../types.ts';
import { changeTicket } from './change-ticket.ts';

/** To the next line's queue, or into somebody's hands where that line hands out. */
export const escalateTicket: UseCase<typeof endpoints.escalateTicket> =
  (deps) =>
  async ({ params, body }, agent) => {
    const desk = await loadLists(deps.desk, deps.settings);
    const ticket = await changeTicket(
      deps,
      { ...params, ...body, by: agent },
      async ({ ticket, now }) => {
        const line = escalationOf(ticket, body.to, desk);
        // Not back to whose case it was.
        const passedOver = [agent.id, ...(ticket.assigneeId ? [ticket.assigneeId] : [])];
        const placed = { ...ticket, line };
        const to = await pushTo(deps, { ticket: placed, desk, passedOver, now });
        return escalate({ ticket, by: agent, line, summary: body.summary, to, now });
      },
    );
    return { ticket };
  };

import type * as endpoints from '../../../../schemas/api/tickets.ts';
import { giveBack, returnOf } from '../../../desk/lines/escalate.ts';
import { isOnShift } from '../../../desk/lines/hours.ts';
import type { DeskLists } from '../../../desk/settings-stores.ts';
import { loadLists } from '../../desk-lists.ts';
import { pushTo } from '../../hand-out.ts';
import { recentTimeline } from '../../whole-timeline.ts';
import type { ApiDeps } from '../api-deps.ts';
import type { UseCase } from '../types.ts';
import { changeTicket } from './change-ticket.ts';

/** To who had it before, if they are there; else to their line's queue, or to somebody where that line hands out. */
export const returnTicket: UseCase<typeof endpoints.returnTicket> =
  (deps) =>
  async ({ params, body }, agent) => {
    const [desk, entries] = await Promise.all([
      loadLists(deps.desk, deps.settings),
      recentTimeline(deps.tickets, params.ticketId),
    ]);
    const ticket = await changeTicket(
      deps,
      { ...params, ...body, by: agent },
      async ({ ticket, now }) => {
        const { line, agentId } = returnOf(ticket, entries, desk);
        const before = agentId === undefined ? undefined : await there(deps, agentId, desk, now);
        const placed = { ...ticket, line };
        const to = before
          ? { agent: before }
          : await pushTo(deps, { ticket: placed, desk, passedOver: [agent.id], now });
        return giveBack({ ticket, by: agent, line, summary: body.summary, to, now });
      },
    );
    return { ticket };
  };

/** Whoever says that they are there; without a word about it their hours say it. */
const there = async (
  { agents, presence }: Pick<ApiDeps, 'agents' | 'presence'>,
  agentId: string,
  ...[desk, now]: [DeskLists, string]
) => {
  const [agent, said] = await Promise.all([agents.load(agentId), presence.load(agentId)]);
  if (!agent?.active) return undefined;
  const isThere = said ? said.state === 'available' : isOnShift(agent, desk, now);
  return isThere ? agent : undefined;
};

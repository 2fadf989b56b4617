import type { Agent } from '../../../../schemas/agent.ts';
import type * as endpoints from '../../../../schemas/api/tickets.ts';
import { Problem } from '../../../desk/problem.ts';
import { claim } from '../../../desk/tickets/claim.ts';
import { leaseOf } from '../../../desk/tickets/hold.ts';
import type { Input } from '../../../http/types.ts';
import { loadLists } from '../../desk-lists.ts';
import type { ApiDeps } from '../api-deps.ts';
import type { UseCase } from '../types.ts';
import { changeTicket } from './change-ticket.ts';

type Claim = Input<typeof endpoints.claimTicket>;

/** Refused with the holder's name when somebody was faster (409 `ticket.claimed`). */
export const claimTicket: UseCase<typeof endpoints.claimTicket> =
  (deps) => async (input, agent) => {
    try {
      return { ticket: await claimOnce(deps, input, agent) };
    } catch (error) {
      if (!(error instanceof Problem && error.code === 'ticket.changed')) throw error;
      // Lost a race: a second look says to whom, if it was a claim.
      return { ticket: await claimOnce(deps, input, agent) };
    }
  };

const claimOnce = (deps: ApiDeps, { params, body }: Claim, agent: Agent) =>
  changeTicket(deps, { ...params, ...body, by: agent }, async ({ ticket, now }) => {
    const holder = ticket.assigneeId && (await deps.agents.load(ticket.assigneeId));
    const holderName = holder ? holder.name : undefined;
    const { lines, calendars } = await loadLists(deps.desk, deps.settings);
    const line = lines.find(({ id }) => id === ticket.line);
    const hold = leaseOf({ why: 'claimed', line, calendars, now });
    return claim({ ticket, by: agent, takeOver: body.takeOver, holderName, hold, now });
  });

import type * as endpoints from '../../../../schemas/api/tickets.ts';
import * as rules from '../../../desk/tickets/change-status.ts';
import type { UseCase } from '../types.ts';
import { changeTicket } from './change-ticket.ts';

export const changeStatus: UseCase<typeof endpoints.changeStatus> =
  (deps) =>
  async ({ params, body }, agent) => ({
    ticket: await changeTicket(deps, { ...params, ...body, by: agent }, (loaded) =>
      rules.changeStatus({ ...loaded, by: agent, status: body.status }),
    ),
  });

/** Answers with the due moment that passes meanwhile, so that the agent can be told. */
export const snoozeTicket: UseCase<typeof endpoints.snoozeTicket> =
  (deps) =>
  async ({ params, body }, agent) => {
    let passesDue: string | undefined;
    const ticket = await changeTicket(deps, { ...params, ...body, by: agent }, (loaded) => {
      const snoozed = rules.snooze({ ...loaded, by: agent, until: body.until });
      passesDue = snoozed.passesDue;
      return snoozed.change;
    });
    return { ticket, passesDue };
  };

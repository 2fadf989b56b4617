import type * as endpoints from '../../../../schemas/api/tickets.ts';
import { missing } from '../../../desk/problem.ts';
import * as rules from '../../../desk/tickets/move.ts';
import { loadLists } from '../../desk-lists.ts';
import type { UseCase } from '../types.ts';
import { changeTicket } from './change-ticket.ts';

export const moveTicket: UseCase<typeof endpoints.moveTicket> =
  (deps) =>
  async ({ params, body }, agent) => {
    const desk = await loadLists(deps.desk, deps.settings);
    const topic = desk.topics.find((candidate) => candidate.id === body.topic);
    if (!topic) throw missing('topic.missing', `There is no topic "${body.topic}".`);
    const ticket = await changeTicket(deps, { ...params, ...body, by: agent }, (loaded) =>
      rules.move({ ...loaded, by: agent, topic, desk }),
    );
    return { ticket };
  };

export const changePriority: UseCase<typeof endpoints.changePriority> =
  (deps) =>
  async ({ params, body }, agent) => ({
    ticket: await changeTicket(deps, { ...params, ...body, by: agent }, (loaded) =>
      rules.changePriority({ ...loaded, by: agent, priority: body.priority }),
    ),
  });

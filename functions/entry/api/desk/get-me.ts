import type { Agent } from '../../../../schemas/agent.ts';
import type * as endpoints from '../../../../schemas/api/desk.ts';
import { conflict } from '../../../desk/problem.ts';
import type { Caller, UseCase } from '../types.ts';

const meView = (agent: Agent, { permissions, roleName }: Caller) => ({
  agent,
  permissions: [...permissions],
  roleName,
});

export const getMe: UseCase<typeof endpoints.getMe> = () => async (_input, agent) =>
  meView(agent, agent);

export const updateMe: UseCase<typeof endpoints.updateMe> =
  ({ agents }) =>
  async ({ body }, agent) => {
    const stored = await agents.load(agent.id);
    const changed = stored && { ...stored, language: body.language, version: stored.version + 1 };
    if (!changed || (await agents.save(changed, stored.version)) !== 'saved')
      throw conflict('agent.changed', 'Your account was changed meanwhile. Try again.');
    return meView(changed, agent);
  };

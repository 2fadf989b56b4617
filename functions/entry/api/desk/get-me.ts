import type * as endpoints from '../../../../schemas/api/desk.ts';
import { conflict } from '../../../desk/problem.ts';
import type { UseCase } from '../types.ts';

export const getMe: UseCase<typeof endpoints.getMe> = () => async (_input, agent) => ({
  agent,
  permissions: [...agent.permissions],
});

export const updateMe: UseCase<typeof endpoints.updateMe> =
  ({ agents }) =>
  async ({ body }, agent) => {
    const stored = await agents.load(agent.id);
    const changed = stored && { ...stored, language: body.language, version: stored.version + 1 };
    if (!changed || (await agents.save(changed, stored.version)) !== 'saved')
      throw conflict('agent.changed', 'Your account was changed meanwhile. Try again.');
    return { agent: changed, permissions: [...agent.permissions] };
  };

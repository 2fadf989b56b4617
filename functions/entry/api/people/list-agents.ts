import { rolePermissions } from '../../../../schemas/agent.ts';
import type * as endpoints from '../../../../schemas/api/desk.ts';
import type { UseCase } from '../types.ts';

export const listAgents: UseCase<typeof endpoints.listAgents> =
  ({ agents, desk }) =>
  async () => {
    const [all, roles] = await Promise.all([agents.list(), desk.load('roles')]);
    return {
      agents: [...all],
      roles: [...(roles?.items ?? [])],
      builtIn: {
        operator: [...rolePermissions.operator],
        lead: [...rolePermissions.lead],
        admin: [...rolePermissions.admin],
        'super-admin': [...rolePermissions['super-admin']],
      },
    };
  };

import { type Agent, type Permission, rolePermissions } from '../../schemas/agent.ts';
import type { Actor } from '../../schemas/timeline.ts';
import { forbidden } from './problem.ts';

export const permissionsOf = (agent: Agent): readonly Permission[] =>
  agent.active ? rolePermissions[agent.role] : [];

/** Throws `access.forbidden`, naming what is needed, so that a person knows whom to ask. */
export const requirePermission = (agent: Agent, permission: Permission): void => {
  if (!permissionsOf(agent).includes(permission))
    throw forbidden(
      'access.forbidden',
      `This needs the permission "${permission}", which the role "${agent.role}" does not have. Ask a super admin.`,
    );
};

export const asActor = (agent: Pick<Agent, 'id' | 'name'>): Actor => ({
  kind: 'agent',
  id: agent.id,
  name: agent.name,
});

/** The desk itself, acting by a rule. */
export const robot: Actor = { kind: 'robot', name: 'Firstline' };

import {
  type Agent,
  BuiltInRole,
  type CustomRole,
  type Permission,
  rolePermissions,
} from '../../schemas/agent.ts';
import type { Actor } from '../../schemas/timeline.ts';
import { forbidden } from './problem.ts';

/** By a built-in role or one of the desk's own; of a role that is gone only who they are can be read. */
export const permissionsOf = (
  agent: Agent,
  roles: readonly CustomRole[] = [],
): readonly Permission[] => {
  if (!agent.active) return [];
  const builtIn = BuiltInRole.safeParse(agent.role).data;
  if (builtIn) return rolePermissions[builtIn];
  const own = roles.find(({ id }) => id === agent.role);
  return own ? ['self.read', ...own.permissions] : ['self.read'];
};

/** Throws `access.forbidden`, naming what is needed, so that a person knows whom to ask. */
export const requirePermission = (
  agent: Agent,
  permission: Permission,
  roles: readonly CustomRole[] = [],
): void => {
  if (!permissionsOf(agent, roles).includes(permission))
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

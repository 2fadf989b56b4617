import type { CustomRole, Permission } from '../../../schemas/agent.ts';
import { freeId } from '../settings/free-id.ts';

type Grantable = CustomRole['permissions'][number];

/** With what no screen of an operator goes without. */
export const blankRole = (roles: readonly CustomRole[], name: string): CustomRole => ({
  id: freeId(roles, 'role'),
  name,
  permissions: ['desk.read', 'tickets.read', 'tickets.work', 'customers.read'],
});

/** Everybody may read who they are; people are the super admins' alone. */
export const isFixed = (permission: Permission): boolean =>
  permission === 'self.read' || permission === 'people.manage';

export const mayIn = (role: CustomRole, permission: Permission): boolean =>
  permission === 'self.read' || role.permissions.some((granted) => granted === permission);

export const withPermission = (
  role: CustomRole,
  permission: Permission,
  isGranted: boolean,
): CustomRole => {
  const others = role.permissions.filter((granted) => granted !== permission);
  if (!isGranted || permission === 'people.manage') return { ...role, permissions: others };
  return { ...role, permissions: [...others, permission satisfies Grantable] };
};

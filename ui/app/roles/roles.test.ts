import { describe, expect, it } from 'vitest';
import { Permission } from '../../../schemas/agent.ts';
import { permissionGroups } from '../../texts/people/role-texts.ts';
import { blankRole, mayIn, withPermission } from './roles.ts';

describe('a role that is edited', () => {
  const role = blankRole([], 'Night shift');

  it('begins with what an operator’s screens need', () => {
    expect(role).toMatchObject({ id: 'role-1', name: 'Night shift' });
    expect(mayIn(role, 'desk.read')).toBe(true);
  });

  it('is given and loses permissions, each once', () => {
    const more = withPermission(withPermission(role, 'audit.read', true), 'audit.read', true);

    expect(more.permissions.filter((one) => one === 'audit.read')).toHaveLength(1);
    expect(mayIn(withPermission(more, 'audit.read', false), 'audit.read')).toBe(false);
  });

  it('lets everybody be who they are, and nobody manage people', () => {
    expect(mayIn(role, 'self.read')).toBe(true);
    expect(withPermission(role, 'people.manage', true).permissions).not.toContain('people.manage');
  });
});

it('every permission stands in exactly one group', () => {
  expect(Object.values(permissionGroups).flat().toSorted()).toEqual(Permission.options.toSorted());
});

import { describe, expect, test } from 'vitest';
import { BuiltInRole, CustomRole, Permission, rolePermissions } from '../../../schemas/agent.ts';
import type { Endpoint } from '../../../schemas/api/endpoint.ts';
import { staffEndpoints } from '../../../schemas/api/index.ts';
import { anApi, aStoredAgent, claimsFor } from '../../../test/make/an-api.ts';
import type { DeskStore } from '../../desk/settings-stores.ts';

const grantable = Permission.exclude(['people.manage']).options;
const slugOf = (permission: string) => `only-${permission.replace('.', '-')}`;

/** Each permission alone, none and all; what "gone" once was is on no list. */
const ownRoles: readonly CustomRole[] = [
  ...grantable.map((permission) => ({
    id: slugOf(permission),
    name: permission,
    permissions: [permission],
  })),
  { id: 'nothing', name: 'Nothing', permissions: [] },
  { id: 'everything', name: 'Everything', permissions: [...grantable] },
];

/** What each role may; of the desk's own always who one is. */
const granted: ReadonlyMap<string, readonly Permission[]> = new Map([
  ...BuiltInRole.options.map((role) => [role, rolePermissions[role]] as const),
  ...ownRoles.map(({ id, permissions }) => [id, ['self.read' as const, ...permissions]] as const),
  ['gone', ['self.read' as const]] as const,
]);
const roles = [...granted.keys()];

const people = roles.map((role) =>
  aStoredAgent({ id: `agt_${role.replaceAll('-', '')}`, role, email: `${role}@desk.example` }),
);
const desk: Pick<DeskStore, 'load' | 'loadAll' | 'save'> = {
  load: async (list) => (list === 'roles' ? ({ items: ownRoles, version: 1 } as never) : undefined),
  loadAll: async () => ({ roles: { items: ownRoles, version: 1 } }),
  save: async () => 'saved',
};

/** A request to the endpoint with no input at all: whoever is admitted is told so, or served. */
const requestOf = (endpoint: Endpoint) => ({
  method: endpoint.method,
  path: endpoint.path.replaceAll(/\{\w+\}/g, 'none'),
});

const mayPass = (role: string, { permission }: Endpoint) =>
  permission !== 'public' && granted.get(role)?.includes(permission);

const askAs = (role: string, endpoint: Endpoint) => {
  const agent = people.find((person) => person.role === role) ?? aStoredAgent();
  return anApi(people, { desk }).send({ ...requestOf(endpoint), claims: claimsFor(agent) });
};

test('nobody but super admins manages people', () => {
  const mayManage = roles.filter((role) => granted.get(role)?.includes('people.manage'));

  expect(mayManage).toEqual(['super-admin']);
  expect(
    CustomRole.safeParse({ id: 'boss', name: 'Boss', permissions: ['people.manage'] }).success,
  ).toBe(false);
});

test('every permission is needed somewhere', () => {
  const needed = new Set<string>(staffEndpoints.map(({ permission }) => permission));

  expect(Permission.options.filter((permission) => !needed.has(permission))).toEqual([]);
});

describe.each(staffEndpoints.map((endpoint) => [endpoint.name, endpoint] as const))(
  '%s',
  (_name, endpoint) => {
    test.each(roles.filter((role) => mayPass(role, endpoint)))('admits %s', async (role) => {
      const answer = await askAs(role, endpoint);

      expect([401, 403, 500]).not.toContain(answer.status);
    });

    test.each(roles.filter((role) => !mayPass(role, endpoint)))('refuses %s', async (role) => {
      const answer = await askAs(role, endpoint);

      expect(answer).toMatchObject({ status: 403, body: { code: 'access.forbidden' } });
    });

    test('refuses who is not signed in', async () => {
      const answer = await anApi(people).send(requestOf(endpoint));

      expect(answer).toMatchObject({ status: 401, body: { code: 'access.unauthenticated' } });
    });

    test.each(['super-admin', 'everything'])('refuses a %s who left', async (role) => {
      const left = aStoredAgent({ id: 'agt_left', role, active: false });

      const answer = await anApi([...people, left], { desk }).send({
        ...requestOf(endpoint),
        claims: claimsFor(left),
      });

      expect(answer).toMatchObject({ status: 403, body: { code: 'access.inactive' } });
    });
  },
);

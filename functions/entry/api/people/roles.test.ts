import { describe, expect, test } from 'vitest';
import { CustomRole } from '../../../../schemas/agent.ts';
import { anApi, aStoredAgent, claimsFor } from '../../../../test/make/an-api.ts';
import type { DeskStore } from '../../../desk/settings-stores.ts';

const nightShift = CustomRole.parse({
  id: 'night-shift',
  name: 'Night shift',
  permissions: ['tickets.read', 'tickets.work'],
});
const root = aStoredAgent({ id: 'agt_root', role: 'super-admin', email: 'root@desk.example' });
const nora = aStoredAgent({ id: 'agt_nora', role: nightShift.id, email: 'nora@desk.example' });

/** A desk with one role of its own, which counts how often it was asked for. */
const aDeskWithRole = (roles: readonly CustomRole[] = [nightShift]) => {
  let asked = 0;
  let stored = roles;
  const list = () => ({ items: stored, version: 1 });
  const desk = {
    load: async (name: string) => {
      if (name === 'roles') asked += 1;
      return name === 'roles' ? list() : undefined;
    },
    loadAll: async () => ({ roles: list() }),
    save: async (_name: string, items: readonly CustomRole[]) => {
      stored = items;
      return 'saved';
    },
  } as unknown as DeskStore;
  return { desk, asked: () => asked };
};
const me = (agent: typeof root) => ({ method: 'GET', path: '/api/me', claims: claimsFor(agent) });
const giveRole = (agentId: string, role: string, version = 1) => ({
  method: 'PATCH',
  path: `/api/agents/${agentId}`,
  body: { role, version },
  claims: claimsFor(root),
});

describe('a role of the desk’s own', () => {
  test('lets its people do what it names, and read who they are', async () => {
    const api = anApi([root, nora], { desk: aDeskWithRole().desk });

    const { body } = await api.send(me(nora));

    expect(body).toMatchObject({
      permissions: ['self.read', 'tickets.read', 'tickets.work'],
      roleName: 'Night shift',
    });
  });

  test('is not asked for when nobody has it who calls', async () => {
    const { desk, asked } = aDeskWithRole();
    const api = anApi([root, nora], { desk });

    await api.send(me(root));

    expect(asked()).toBe(0);
  });

  test('leaves nothing but reading oneself when it is gone', async () => {
    const api = anApi([root, nora], { desk: aDeskWithRole([]).desk });

    expect((await api.send(me(nora))).body['permissions']).toEqual(['self.read']);
  });

  test('is given only if it exists', async () => {
    const api = anApi([root, nora], { desk: aDeskWithRole().desk });
    const add = (role: string) => ({
      method: 'POST',
      path: '/api/agents',
      body: { name: 'New', email: 'new@desk.example', role },
      claims: claimsFor(root),
    });

    expect(await api.send(giveRole(nora.id, 'day-shift'))).toMatchObject({
      status: 400,
      body: { code: 'agent.role-unknown' },
    });
    expect(await api.send(add('day-shift'))).toMatchObject({
      status: 400,
      body: { code: 'agent.role-unknown' },
    });
    expect(await api.send(add('night-shift'))).toMatchObject({ status: 201 });
  });

  test('cannot go while somebody has it', async () => {
    const api = anApi([root, nora], { desk: aDeskWithRole().desk });
    const remove = {
      method: 'PUT',
      path: '/api/settings/roles',
      body: { items: [], expects: 1 },
      claims: claimsFor(root),
    };

    expect(await api.send(remove)).toMatchObject({
      status: 400,
      body: { code: 'settings.invalid' },
    });
    await api.send(giveRole(nora.id, 'operator'));
    expect(await api.send(remove)).toMatchObject({ status: 200, body: { items: [] } });
  });

  test.each([
    ['lets people be managed', { ...nightShift, permissions: ['people.manage'] }],
    ['is called as one that every desk has', { ...nightShift, id: 'super-admin' }],
  ])('is refused if it %s', async (_why, role) => {
    const api = anApi([root], { desk: aDeskWithRole().desk });

    const answer = await api.send({
      method: 'PUT',
      path: '/api/settings/roles',
      body: { items: [role], expects: 1 },
      claims: claimsFor(root),
    });

    expect(answer).toMatchObject({ status: 400, body: { code: 'input.invalid' } });
  });
});

describe('the super admins', () => {
  test('may step down while another remains, the last one may not', async () => {
    const other = aStoredAgent({
      id: 'agt_ivan',
      role: 'super-admin',
      email: 'ivan@desk.example',
    });
    const api = anApi([root, other], { desk: aDeskWithRole().desk });

    const first = await api.send(giveRole(root.id, 'night-shift'));
    const last = await api.send({
      ...giveRole(other.id, 'night-shift'),
      claims: claimsFor(other),
    });

    expect(first).toMatchObject({ status: 200 });
    expect(last).toMatchObject({ status: 409, body: { code: 'agent.last-super-admin' } });
  });
});

import { describe, expect, test } from 'vitest';
import { BuiltInRole, rolePermissions } from '../../../schemas/agent.ts';
import type { Endpoint } from '../../../schemas/api/endpoint.ts';
import { staffEndpoints } from '../../../schemas/api/index.ts';
import { anApi, aStoredAgent, claimsFor } from '../../../test/make/an-api.ts';

const people = BuiltInRole.options.map((role) =>
  aStoredAgent({ id: `agt_${role.replace('-', '')}`, role, email: `${role}@desk.example` }),
);

/** A request to the endpoint with no input at all: whoever is admitted is told so, or served. */
const requestOf = (endpoint: Endpoint) => ({
  method: endpoint.method,
  path: endpoint.path.replaceAll(/\{\w+\}/g, 'none'),
});

const mayPass = (role: BuiltInRole, { permission }: Endpoint) =>
  permission !== 'public' && rolePermissions[role].includes(permission);

describe.each(staffEndpoints.map((endpoint) => [endpoint.name, endpoint] as const))(
  '%s',
  (_name, endpoint) => {
    test.each(BuiltInRole.options.filter((role) => mayPass(role, endpoint)))(
      'admits %s',
      async (role) => {
        const agent = people.find((person) => person.role === role) ?? aStoredAgent();

        const answer = await anApi(people).send({
          ...requestOf(endpoint),
          claims: claimsFor(agent),
        });

        expect([401, 403, 500]).not.toContain(answer.status);
      },
    );

    test.each(BuiltInRole.options.filter((role) => !mayPass(role, endpoint)))(
      'refuses %s',
      async (role) => {
        const agent = people.find((person) => person.role === role) ?? aStoredAgent();

        const answer = await anApi(people).send({
          ...requestOf(endpoint),
          claims: claimsFor(agent),
        });

        expect(answer).toMatchObject({ status: 403, body: { code: 'access.forbidden' } });
      },
    );

    test('refuses who is not signed in', async () => {
      const answer = await anApi(people).send(requestOf(endpoint));

      expect(answer).toMatchObject({ status: 401, body: { code: 'access.unauthenticated' } });
    });

    test('refuses who left', async () => {
      const left = aStoredAgent({ id: 'agt_left', role: 'super-admin', active: false });

      const answer = await anApi([...people, left]).send({
        ...requestOf(endpoint),
        claims: claimsFor(left),
      });

      expect(answer).toMatchObject({ status: 403, body: { code: 'access.inactive' } });
    });
  },
);

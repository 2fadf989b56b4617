import { describe, expect, test } from 'vitest';
import { anApi, aStoredAgent, claimsFor } from '../../../../test/make/an-api.ts';

const me = { method: 'GET', path: '/api/me' };
const ann = aStoredAgent({ id: 'agt_ann1', email: 'ann@desk.example', subjects: [] });
const claims = { sub: 'sub-1', email: 'Ann@desk.example', email_verified: 'true', name: 'Ann' };

describe('a person who signs in', () => {
  test('is found by verified address and bound to the subject for good', async () => {
    const api = anApi([ann]);

    await api.send({ ...me, claims });
    const again = await api.send({ ...me, claims: { sub: 'sub-1' } });

    expect(again).toMatchObject({ status: 200, body: { agent: { id: 'agt_ann1' } } });
  });

  test('never shows the provider’s subjects', async () => {
    const answer = await anApi([ann]).send({ ...me, claims });

    expect(JSON.stringify(answer.body)).not.toContain('sub-1');
  });

  test('is refused when the provider does not confirm the address', async () => {
    const answer = await anApi([ann]).send({
      ...me,
      claims: { ...claims, email_verified: 'false' },
    });

    expect(answer).toMatchObject({ status: 403, body: { code: 'access.unverified' } });
  });

  test('is refused when nobody added the address', async () => {
    const answer = await anApi([ann]).send({
      ...me,
      claims: { ...claims, email: 'eve@desk.example' },
    });

    expect(answer).toMatchObject({ status: 403, body: { code: 'access.unknown' } });
  });
});

describe('the first admin', () => {
  const boss = {
    sub: 'sub-boss',
    email: 'Boss@desk.example',
    email_verified: 'true',
    name: 'Boss',
  };

  test('becomes super admin of an empty desk', async () => {
    const answer = await anApi([]).send({ ...me, claims: boss });

    expect(answer).toMatchObject({
      status: 200,
      body: { agent: { role: 'super-admin', name: 'Boss' } },
    });
  });

  test('is nobody once the desk has people', async () => {
    const answer = await anApi([ann]).send({ ...me, claims: boss });

    expect(answer).toMatchObject({ status: 403, body: { code: 'access.unknown' } });
  });

  test('is the only one who may enter an empty desk', async () => {
    const answer = await anApi([]).send({ ...me, claims });

    expect(answer).toMatchObject({ status: 403, body: { code: 'access.unknown' } });
  });
});

describe('a super admin', () => {
  const root = aStoredAgent({ id: 'agt_root', email: 'root@desk.example', role: 'super-admin' });
  const change = (body: object) => ({
    method: 'PATCH',
    path: '/api/agents/agt_root',
    body: { version: 1, ...body },
    claims: claimsFor(root),
  });

  test('cannot leave the desk without one', async () => {
    const answer = await anApi([root, ann]).send(change({ role: 'operator' }));

    expect(answer).toMatchObject({ status: 409, body: { code: 'agent.last-super-admin' } });
  });

  test('may go when there is another', async () => {
    const other = aStoredAgent({
      id: 'agt_other',
      email: 'other@desk.example',
      role: 'super-admin',
    });

    const answer = await anApi([root, other]).send(change({ role: 'admin' }));

    expect(answer).toMatchObject({ status: 200, body: { agent: { role: 'admin', version: 2 } } });
  });

  test('is told when the address is on the desk already', async () => {
    const api = anApi([root]);
    const add = {
      method: 'POST',
      path: '/api/agents',
      body: { email: 'New@desk.example', name: 'New', role: 'operator' },
      claims: claimsFor(root),
    };

    const [first, second] = [await api.send(add), await api.send(add)];

    expect(first).toMatchObject({ status: 201, body: { agent: { email: 'new@desk.example' } } });
    expect(second).toMatchObject({ status: 409, body: { code: 'agent.taken' } });
  });
});

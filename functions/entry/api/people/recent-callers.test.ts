import { describe, expect, test } from 'vitest';
import { anApi, aStoredAgent, claimsFor } from '../../../../test/make/an-api.ts';

const ann = aStoredAgent({ id: 'agt_ann1', email: 'ann@desk.example' });

describe('a person whose access ended', () => {
  const start = Date.parse('2026-11-02T10:00:00.000Z');
  const anApiAfter = async () => {
    let now = start;
    const api = anApi([ann], { now: () => new Date(now).toISOString() });
    const ask = (path: string) => api.send({ method: 'GET', path, claims: claimsFor(ann) });
    await ask('/api/changes');
    await api.agents.save({ ...ann, active: false, version: 2 }, 1);
    return {
      ask,
      wait: (milliseconds: number) => {
        now += milliseconds;
      },
    };
  };

  test('is out of the lists after five seconds', async () => {
    const { ask, wait } = await anApiAfter();

    wait(5_000);

    expect((await ask('/api/changes')).status).toBe(403);
  });

  test.each(['/api/me', '/api/agents'])('is out of %s at once', async (path) => {
    const { ask } = await anApiAfter();

    expect(await ask(path)).toMatchObject({ status: 403, body: { code: 'access.inactive' } });
  });

  test('is out of everything once it was told so', async () => {
    const { ask } = await anApiAfter();

    await ask('/api/me');

    expect((await ask('/api/changes')).status).toBe(403);
  });
});

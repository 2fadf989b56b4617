import { describe, expect, test } from 'vitest';
import { anApi, aStoredAgent, claimsFor } from '../../../../test/make/an-api.ts';

const lena = aStoredAgent({
  id: 'agt_lena',
  email: 'lena@desk.example',
  name: 'Lena',
  role: 'admin',
});
const connections = [
  { id: 'support', channel: 'mail', name: 'Support', topic: 'other' },
  { id: 'bot', channel: 'telegram', name: 'Bot' },
  { id: 'center', channel: 'phone', name: 'Center', isMute: true, isDeaf: true },
] as const;

const anApiWithConnections = () => {
  const { settings } = anApi([lena]).deps;
  return anApi([lena], { settings: { ...settings, connections: [...connections] } });
};
type Api = ReturnType<typeof anApi>;
const list = async (api: Api) =>
  (await api.send({ method: 'GET', path: '/api/connections', claims: claimsFor(lena) })).body[
    'connections'
  ];
const ask = (api: Api, id: string, what: 'check' | 'test', body: object = {}) =>
  api.send({
    method: 'POST',
    path: `/api/connections/${id}/${what}`,
    body,
    claims: claimsFor(lena),
  });

describe('the list of connections', () => {
  test('has each with its webhook address and what is known of it', async () => {
    expect(await list(anApiWithConnections())).toEqual([
      expect.objectContaining({ id: 'support', canCheck: false, test: 'mail' }),
      expect.objectContaining({
        id: 'bot',
        hookUrl: 'https://desk.example/hooks/telegram/bot',
        canCheck: true,
        test: 'chat',
        health: expect.objectContaining({ state: 'not-checked' }),
      }),
      expect.not.objectContaining({ hookUrl: expect.anything() }),
    ]);
  });
});

describe('asking for', () => {
  test('a check leaves the wish for who may call the provider', async () => {
    const api = anApiWithConnections();

    const answer = await ask(api, 'bot', 'check');

    expect(answer).toMatchObject({
      status: 202,
      body: { connection: { health: { requestedAt: api.now } } },
    });
    expect((await api.deps.health.load('bot'))?.health.requestedAt).toBe(api.now);
  });

  test('a test by mail sends it to whoever asks', async () => {
    expect(await ask(anApiWithConnections(), 'support', 'test')).toMatchObject({
      status: 202,
      body: {
        connection: {
          health: { test: { state: 'queued', address: 'lena@desk.example', by: 'Lena' } },
        },
      },
    });
  });

  test('a test in a chat needs to know which', async () => {
    const api = anApiWithConnections();

    expect((await ask(api, 'bot', 'test')).body).toMatchObject({ code: 'connection.no-address' });
    expect((await ask(api, 'bot', 'test', { address: '4711' })).status).toBe(202);
  });

  test('a second test while one is on its way is refused', async () => {
    const api = anApiWithConnections();
    await ask(api, 'support', 'test');

    expect(await ask(api, 'support', 'test')).toMatchObject({
      status: 409,
      body: { code: 'connection.test-runs' },
    });
  });

  test('a test of what has no voice, or is not there, is refused', async () => {
    const api = anApiWithConnections();

    expect((await ask(api, 'center', 'test')).body).toMatchObject({ code: 'connection.no-test' });
    expect((await ask(api, 'gone', 'check')).status).toBe(404);
  });
});

import { describe, expect, test } from 'vitest';
import type { PushConnection } from '../../desk/stores.ts';
import { signPushToken } from '../push-token.ts';
import { handleSocket } from './handle-socket.ts';

const at = Date.parse('2026-11-02T10:00:00.000Z');
const aSocket = (now = at) => {
  const connections = new Map<string, PushConnection>();
  const handle = handleSocket({
    connections: {
      put: async (connection) => void connections.set(connection.connectionId, connection),
      remove: async (connectionId) => void connections.delete(connectionId),
    },
    signingSecrets: async () => ['secret'],
    now: () => now,
  });
  const say = (routeKey: string, rest: object = {}) =>
    handle({ requestContext: { routeKey, connectionId: 'c1=' }, ...rest });
  return { connections, say };
};
const token = signPushToken('agt_olga', { secrets: ['secret'], now: at });
const withToken = (value: string) => ({ queryStringParameters: { token: value } });

describe('a screen that connects', () => {
  test('is remembered with its agent', async () => {
    const socket = aSocket();

    const answer = await socket.say('$connect', withToken(token));

    expect(answer.statusCode).toBe(200);
    expect([...socket.connections.values()]).toEqual([
      { connectionId: 'c1=', agentId: 'agt_olga', connectedAt: '2026-11-02T10:00:00.000Z' },
    ]);
  });

  test.each([
    ['without a token', aSocket(), {}],
    ['with a forged one', aSocket(), withToken(`${token}x`)],
    ['with one older than a minute', aSocket(at + 60_000), withToken(token)],
  ])('is refused %s', async (_name, socket, query) => {
    expect((await socket.say('$connect', query)).statusCode).toBe(401);
    expect(socket.connections.size).toBe(0);
  });

  test('is forgotten when it goes', async () => {
    const socket = aSocket();
    await socket.say('$connect', withToken(token));

    await socket.say('$disconnect');

    expect(socket.connections.size).toBe(0);
  });
});

describe('what a screen says', () => {
  test('is answered when it is a ping', async () => {
    expect(await aSocket().say('$default', { body: '{"type":"ping"}' })).toEqual({
      statusCode: 200,
      body: '{"type":"pong"}',
    });
  });

  test('is refused when it is anything else', async () => {
    expect((await aSocket().say('$default', { body: '{"type":"reply"}' })).statusCode).toBe(400);
  });
});

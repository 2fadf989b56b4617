import { describe, expect, test } from 'vitest';
import {
  agentToken,
  aSocket,
  chatOrigin,
  socketAt,
  visitToken,
  withToken,
} from '../../../test/make/a-socket.ts';

describe('a screen that connects', () => {
  test('is remembered with its agent', async () => {
    const socket = aSocket();

    const answer = await socket.say('$connect', withToken(agentToken));

    expect(answer.statusCode).toBe(200);
    expect([...socket.screens]).toEqual([['c1=', 'agt_olga']]);
  });

  test.each([
    ['without a token', aSocket(), {}],
    ['with a forged one', aSocket(), withToken(`${agentToken}x`)],
    ['with one older than a minute', aSocket({ now: socketAt + 60_000 }), withToken(agentToken)],
  ])('is refused %s', async (_name, socket, query) => {
    expect((await socket.say('$connect', query)).statusCode).toBe(401);
    expect(socket.screens.size).toBe(0);
  });

  test('is forgotten when it goes', async () => {
    const socket = aSocket();
    await socket.say('$connect', withToken(agentToken));

    await socket.say('$disconnect');

    expect(socket.screens.size).toBe(0);
  });
});

describe('a visitor who connects', () => {
  test.each([
    ['a page of the connection’s', chatOrigin],
    ['a page of the desk’s own', 'https://desk.example'],
  ])('from %s is remembered with the conversation', async (_name, origin) => {
    const socket = aSocket();

    const answer = await socket.say('$connect', withToken(visitToken(), origin));

    expect(answer.statusCode).toBe(200);
    expect(await socket.visits.find('c1=')).toMatchObject({ chat: 'v:0123456789abcdef' });
  });

  test.each([
    ['another host', 'https://evil.example'],
    ['a host that only ends alike', 'https://evil-www.kopilka.example.evil.example'],
    ['no page at all', undefined],
    ['a file', 'null'],
  ])('from %s is refused', async (_name, origin) => {
    const socket = aSocket();

    const answer = await socket.say('$connect', withToken(visitToken(), origin));

    expect(answer.statusCode).toBe(403);
    expect(socket.visits.visits.size).toBe(0);
  });

  test('with a token older than a minute is refused', async () => {
    const socket = aSocket({ now: socketAt + 60_000 });

    expect((await socket.say('$connect', withToken(visitToken(), chatOrigin))).statusCode).toBe(
      401,
    );
  });
});

describe('what is said', () => {
  test('is answered when it is a ping', async () => {
    expect(await aSocket().tell({ type: 'ping' })).toEqual({ type: 'pong' });
  });

  test.each([
    ['no frame of ours', '{"type":"reply"}'],
    ['no JSON', 'hello'],
    ['longer than a frame', JSON.stringify({ type: 'ping', more: 'x'.repeat(33_000) })],
  ])('is refused when it is %s', async (_name, body) => {
    expect((await aSocket().say('$default', { body })).statusCode).toBe(400);
  });
});

import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { endpoint } from '../../schemas/api/endpoint.ts';
import { anHttpEvent } from '../../test/make/an-http-event.ts';
import { conflict, Problem } from '../desk/problem.ts';
import { maxBodyBytes } from './read-body.ts';
import { newRouter } from './router.ts';
import type { Handlers } from './types.ts';

const endpoints = [
  endpoint({
    name: 'getThing',
    method: 'GET',
    path: '/api/things/{id}',
    permission: 'self.read',
    summary: 'One thing',
    params: z.object({ id: z.string() }),
    query: z.object({ limit: z.coerce.number().default(5) }),
    output: z.object({ id: z.string(), limit: z.number() }),
  }),
  endpoint({
    name: 'getBest',
    method: 'GET',
    path: '/api/things/best',
    permission: 'self.read',
    summary: 'The best thing',
    output: z.object({ id: z.string() }),
  }),
  endpoint({
    name: 'makeThing',
    method: 'POST',
    path: '/api/things',
    permission: 'self.read',
    summary: 'A new thing',
    body: z.object({ name: z.string().min(1) }),
    output: z.object({ name: z.string() }),
    status: 201,
  }),
] as const;

const handlers: Handlers<typeof endpoints, void> = {
  getThing: async ({ params, query }) => ({ ...params, ...query, secret: 'hidden' }),
  getBest: async () => ({ id: 'best' }),
  makeThing: async ({ body }) => {
    if (body.name === 'taken') throw conflict('thing.taken', 'It is taken.', { changed: ['t1'] });
    if (body.name === 'broken') throw new Error('the password is hunter2');
    return body;
  },
};

const route = newRouter({
  endpoints,
  handlers,
  admit: async (event) => {
    if (event.headers['x-nobody'])
      throw new Problem('unauthenticated', 'access.unauthenticated', 'Sign in first.');
  },
});

const send = async (request: Parameters<typeof anHttpEvent>[0]) => {
  const answer = await route(anHttpEvent(request));
  return { ...answer, document: JSON.parse(answer.body ?? '') };
};
const post = (body: unknown, headers = {}) =>
  send({ method: 'POST', path: '/api/things', body, headers });

describe('a request', () => {
  test('gets parsed input and only the listed output', async () => {
    const answer = await send({ method: 'GET', path: '/api/things/a%20b?limit=7' });

    expect(answer.statusCode).toBe(200);
    expect(answer.document).toEqual({ id: 'a b', limit: 7 });
  });

  test('prefers a word to a parameter', async () => {
    expect((await send({ method: 'GET', path: '/api/things/best' })).document).toEqual({
      id: 'best',
    });
  });

  test('brings text that every channel can carry', async () => {
    const { document } = await post('{"name":"a\\ud800b\\u0000c😀"}');

    expect(document).toEqual({ name: 'a\ufffdbc😀' });
  });

  test('is answered with the endpoint’s status and safe headers', async () => {
    const answer = await post({ name: 'x' });

    expect(answer.statusCode).toBe(201);
    expect(answer.headers).toMatchObject({
      'cache-control': 'no-store',
      'content-type': 'application/json',
      'x-content-type-options': 'nosniff',
      'x-request-id': 'req-1',
    });
  });

  test('is admitted before its input is looked at', async () => {
    expect((await post('{', { 'x-nobody': '1' })).statusCode).toBe(401);
  });
});

describe('a problem', () => {
  test('leaves as an RFC 9457 document', async () => {
    const answer = await post({ name: 'taken' });

    expect(answer.headers?.['content-type']).toBe('application/problem+json');
    expect(answer.document).toEqual({
      type: 'urn:firstline:problem:thing.taken',
      title: 'It is taken.',
      status: 409,
      code: 'thing.taken',
      changed: ['t1'],
      requestId: 'req-1',
    });
  });

  test('names every field of a faulty input', async () => {
    const answer = await post({ name: '' });

    expect(answer.document).toMatchObject({
      status: 400,
      code: 'input.invalid',
      errors: [{ path: 'body.name' }],
    });
  });

  test.each([
    ['an unknown path', { method: 'GET', path: '/api/nothing' }, 404],
    ['another method', { method: 'DELETE', path: '/api/things' }, 404],
    ['a broken percent-encoding', { method: 'GET', path: '/api/things/%E0%A4%A' }, 404],
    ['a body that is no JSON', { method: 'POST', path: '/api/things', body: '{' }, 400],
    [
      'a body of another type',
      {
        method: 'POST',
        path: '/api/things',
        body: 'a=b',
        headers: { 'content-type': 'text/plain' },
      },
      415,
    ],
    ['a body too deep', { method: 'POST', path: '/api/things', body: '['.repeat(50) }, 400],
    [
      'a body too large',
      { method: 'POST', path: '/api/things', body: `"${'x'.repeat(maxBodyBytes)}"` },
      413,
    ],
  ])('answers %s', async (_name, request, status) => {
    expect((await send(request)).statusCode).toBe(status);
  });

  test('of ours tells nothing but the request id', async () => {
    const answer = await post({ name: 'broken' });

    expect(answer.document).toMatchObject({ status: 500, code: 'internal', requestId: 'req-1' });
    expect(answer.body).not.toContain('hunter2');
  });
});

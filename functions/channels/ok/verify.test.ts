import { describe, expect, test } from 'vitest';
import { aHookRequest } from '../../../test/make/a-hook-request.ts';
import { hookFixture } from '../../../test/make/hook-fixture.ts';
import type { HookRequest } from '../channel.ts';
import { verifyOk } from './verify.ts';

const connection = { id: 'ok', channel: 'ok', name: 'Kopilka OK', topic: 'other' } as const;
const credentials = { accessToken: 't', urlSecrets: ['new', 'old'], confirmation: 'c0de' };
const sourceRanges = ['217.20.145.192/28', '217.20.151.160/28'];

const verify = (over: Partial<HookRequest>, more: object = {}, secret: unknown = credentials) =>
  verifyOk(aHookRequest({ query: { key: 'new' }, ...over }), {
    connection: { ...connection, ...more },
    secret,
    now: 0,
  });

describe("OK's hook", () => {
  test.each([['new'], ['old']])('takes the %s key in its address while rotating', (key) => {
    expect(verify({ query: { key } })).toEqual({
      verdict: 'accepted',
      answer: { status: 200 },
      keep: {},
    });
  });

  test.each([
    ['without a key', {}, 401],
    ['with a wrong key', { key: 'guess' }, 403],
    ['with an empty key', { key: '' }, 403],
  ])('refuses a request %s', (_name, query, status) => {
    expect(verify({ query })).toMatchObject({ verdict: 'refused', answer: { status } });
  });

  test.each([
    ['217.20.145.193', 'accepted'],
    ['217.20.145.208', 'refused'],
    ['192.0.2.1', 'refused'],
    ['::ffff:217.20.145.193', 'refused'],
  ])('may be narrowed to addresses of OK: %s is %s', (sourceIp, verdict) => {
    expect(verify({ sourceIp }, { sourceRanges }).verdict).toBe(verdict);
  });

  test('answers the confirmation of an app webhook with its string', () => {
    expect(verify({ body: hookFixture('ok', 'confirmation') })).toEqual({
      verdict: 'answered',
      answer: { status: 200, body: 'c0de', contentType: 'text/plain' },
    });
  });

  test('refuses everything before a key is filled in', () => {
    const blank = { accessToken: '', urlSecrets: [] };

    expect(verify({ query: { key: '' } }, {}, blank).verdict).toBe('refused');
  });
});

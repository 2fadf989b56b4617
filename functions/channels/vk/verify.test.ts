import { describe, expect, test } from 'vitest';
import { aHookRequest } from '../../../test/make/a-hook-request.ts';
import { hookFixture } from '../../../test/make/hook-fixture.ts';
import { verifyVk } from './verify.ts';

const connection = {
  id: 'vk',
  channel: 'vk',
  name: 'Kopilka VK',
  topic: 'other',
  groupId: '219619619',
} as const;
const credentials = { accessToken: 't', secrets: ['vk-secret', 'old'], confirmation: '3d9a1c2b' };
const ok = { status: 200, body: 'ok', contentType: 'text/plain' };

const verify = (body: Uint8Array | object, secret: unknown = credentials) =>
  verifyVk(
    aHookRequest({ body: body instanceof Uint8Array ? body : Buffer.from(JSON.stringify(body)) }),
    { connection, secret, now: 0 },
  );
const event = (over: object) => ({
  type: 'message_new',
  group_id: 219_619_619,
  object: {},
  ...over,
});

describe("VK's hook", () => {
  test('answers an event with exactly "ok"', () => {
    expect(verify(hookFixture('vk', 'text'))).toEqual({
      verdict: 'accepted',
      answer: ok,
      keep: {},
    });
  });

  test('takes the former secret while rotating', () => {
    expect(verify(event({ secret: 'old' })).verdict).toBe('accepted');
  });

  test.each([
    ['without a secret', event({}), 401],
    ['with a wrong secret', event({ secret: 'guess' }), 403],
    ['with an empty secret', event({ secret: '' }), 403],
    ['of another community', event({ secret: 'vk-secret', group_id: 5 }), 403],
    ['that is no event', [], 400],
    ['that is no JSON', Buffer.from('{'), 400],
  ])('refuses a request %s', (_name, body, status) => {
    expect(verify(body)).toMatchObject({ verdict: 'refused', answer: { status } });
  });

  test('answers the handshake with the confirmation string, whether it has a secret or not', () => {
    const answered = { verdict: 'answered', answer: { ...ok, body: '3d9a1c2b' } };

    expect(verify(hookFixture('vk', 'confirmation'))).toEqual(answered);
    expect(verify(event({ type: 'confirmation', secret: 'vk-secret' }))).toEqual(answered);
  });

  test.each([
    ['with a wrong secret', event({ type: 'confirmation', secret: 'guess' }), credentials],
    ['of another community', event({ type: 'confirmation', group_id: 5 }), credentials],
    [
      'before the string is filled in',
      event({ type: 'confirmation' }),
      { ...credentials, confirmation: '' },
    ],
  ])('refuses a handshake %s', (_name, body, secret) => {
    expect(verify(body, secret).verdict).toBe('refused');
  });

  test('hears that somebody types, and keeps nothing', () => {
    expect(verify(hookFixture('vk', 'typing'))).toEqual({ verdict: 'answered', answer: ok });
  });

  test('refuses everything before a secret is filled in', () => {
    const blank = { accessToken: '', secrets: [], confirmation: '' };

    expect(verify(event({ secret: '' }), blank).verdict).toBe('refused');
  });
});

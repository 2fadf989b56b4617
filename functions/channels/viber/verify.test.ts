import { createHmac } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { aHookRequest } from '../../../test/make/a-hook-request.ts';
import { hookFixture } from '../../../test/make/hook-fixture.ts';
import { verifyViber } from './verify.ts';

const connection = { id: 'viber', channel: 'viber', name: 'Kopilka', topic: 'other' } as const;
const body = hookFixture('viber', 'text');
const sign = (token: string, bytes: Uint8Array = body) =>
  createHmac('sha256', token).update(bytes).digest('hex');

const verify = (signature: string | undefined, authTokens: readonly string[], bytes = body) =>
  verifyViber(
    aHookRequest({
      body: bytes,
      headers: signature === undefined ? {} : { 'x-viber-content-signature': signature },
    }),
    { connection, secret: { authTokens }, now: 0 },
  );

describe("Viber's signature", () => {
  test('is the hex HMAC-SHA256 of the bytes under the token', () => {
    // printf '{"a":1}' | openssl dgst -sha256 -hmac viber-token
    const vector = '3ea4541f6d9f1d077529eca99320b6670abc52c86d4130aa90e71c6782e7222d';

    expect(verify(vector, ['viber-token'], Buffer.from('{"a":1}')).verdict).toBe('accepted');
  });

  test.each([['new'], ['old']])('may be made with the %s token while rotating', (token) => {
    expect(verify(sign(token), ['new', 'old']).verdict).toBe('accepted');
  });

  test('may come in the address', () => {
    const request = aHookRequest({ body, query: { sig: sign('new') } });

    const { verdict } = verifyViber(request, {
      connection,
      secret: { authTokens: ['new'] },
      now: 0,
    });

    expect(verdict).toBe('accepted');
  });

  test.each([
    ['is missing', undefined, 401],
    ['is of another token', sign('guess'), 403],
    ['is of another body', sign('new', Buffer.from('{}')), 403],
    ['is no hash', 'new', 403],
    ['is cut', sign('new').slice(0, 62), 403],
    ['is empty', '', 403],
  ])('refuses when it %s', (_name, signature, status) => {
    expect(verify(signature, ['new'])).toMatchObject({ verdict: 'refused', answer: { status } });
  });

  test('refuses everything before a token is filled in', () => {
    expect(verify(sign(''), []).verdict).toBe('refused');
  });
});

describe("the hook's answer", () => {
  const answerTo = (fixture: string, over = {}) => {
    const bytes = hookFixture('viber', fixture);
    return verifyViber(
      aHookRequest({
        body: bytes,
        headers: { 'x-viber-content-signature': sign('new', bytes) },
      }),
      { connection: { ...connection, ...over }, secret: { authTokens: ['new'] }, now: 0 },
    );
  };

  test('to set_webhook is 200, with nothing to store', () => {
    expect(answerTo('webhook')).toEqual({ verdict: 'answered', answer: { status: 200 } });
  });

  test('greets who opens the chat, if somebody wrote a greeting', () => {
    const { verdict, answer } = answerTo('conversation-started', { welcome: 'How can we help?' });

    expect(verdict).toBe('accepted');
    expect(JSON.parse(answer.body ?? '')).toEqual({
      sender: { name: 'Kopilka' },
      type: 'text',
      text: 'How can we help?',
    });
    expect(answerTo('conversation-started').answer).toEqual({ status: 200 });
  });
});

import { createHmac } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { aHookRequest } from '../../../test/make/a-hook-request.ts';
import { metaVerify } from './verify.ts';

const verify = metaVerify('messenger');
const connection = {
  id: 'page',
  channel: 'messenger',
  name: 'Page',
  topic: 'other',
  pageId: '1',
} as const;
const secret = { accessToken: 't', appSecrets: ['new', 'old'], verifyToken: 'open sesame' };
const context = { connection, secret, now: 0 };
const blank = { ...context, secret: { accessToken: '', appSecrets: [], verifyToken: '' } };

const sign = (appSecret: string, body: Uint8Array | string) =>
  `sha256=${createHmac('sha256', appSecret).update(body).digest('hex')}`;
const post = (body: string, signature?: string) =>
  aHookRequest({
    body: Buffer.from(body),
    headers: signature === undefined ? {} : { 'x-hub-signature-256': signature },
  });

describe('a delivery of Meta', () => {
  // Published vector of the algorithm: RFC 4231, test case 2.
  test('is signed by HMAC-SHA256 of its bytes', () => {
    const signature = 'sha256=5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843';
    const jefe = { ...context, secret: { ...secret, appSecrets: ['Jefe'] } };

    expect(verify(post('what do ya want for nothing?', signature), jefe).verdict).toBe('accepted');
  });

  test.each(['new', 'old'])('is taken under the %s app secret, with 200', (appSecret) => {
    const verification = verify(post('{"ä":1}', sign(appSecret, '{"ä":1}')), context);

    expect(verification).toMatchObject({ verdict: 'accepted', answer: { status: 200 } });
  });

  test('is taken as what it is, also if it is no JSON', () => {
    const body = Buffer.from([0xff, 0x00, 0x7b]);
    const request = aHookRequest({ body, headers: { 'x-hub-signature-256': sign('new', body) } });

    expect(verify(request, context).verdict).toBe('accepted');
  });

  test.each([
    ['no signature', post('{}'), 401],
    ['a signature of another body', post('{ }', sign('new', '{}')), 403],
    ['a signature by another secret', post('{}', sign('guess', '{}')), 403],
    ['a signature by nothing', post('{}', sign('', '{}')), 403],
    ['half a signature', post('{}', sign('new', '{}').slice(0, 40)), 401],
    ['the old kind of signature', post('{}', sign('new', '{}').replace('256', '1')), 401],
    ['another method', aHookRequest({ method: 'PUT' }), 405],
  ])('is refused with %s', (_name, request, status) => {
    expect(verify(request, context)).toMatchObject({ verdict: 'refused', answer: { status } });
  });

  test('is refused before the secret is filled in', () => {
    expect(verify(post('{}', sign('', '{}')), blank).verdict).toBe('refused');
  });
});

describe('the handshake', () => {
  const shake = (over: Record<string, string> = {}) =>
    aHookRequest({
      method: 'GET',
      query: {
        'hub.mode': 'subscribe',
        'hub.verify_token': 'open sesame',
        'hub.challenge': '1158201444',
        ...over,
      },
    });

  test('gives the challenge back as plain text', () => {
    expect(verify(shake(), context)).toEqual({
      verdict: 'answered',
      answer: { status: 200, body: '1158201444', contentType: 'text/plain' },
    });
  });

  test.each([
    ['another token', { 'hub.verify_token': 'open barley' }],
    ['no token', { 'hub.verify_token': '' }],
    ['another mode', { 'hub.mode': 'unsubscribe' }],
  ])('is refused with %s', (_name, over) => {
    expect(verify(shake(over), context)).toMatchObject({
      verdict: 'refused',
      answer: { status: 403 },
    });
  });

  test('is refused before the secret is filled in', () => {
    expect(verify(shake({ 'hub.verify_token': '' }), blank).verdict).toBe('refused');
  });
});

import { describe, expect, test } from 'vitest';
import { signature, signatureFault, signedHeaders } from './standard-webhooks.ts';

const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const other = 'whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD';
const body = Buffer.from('{"test": 2432232314}');
const now = 1_614_265_330_000;

const signed = (over: Record<string, string> = {}) => ({
  headers: { ...signedHeaders([secret], { id: 'msg_1', body, now }), ...over },
  body,
});

describe('a Standard Webhooks signature', () => {
  test('is the one of the specification’s example', () => {
    const id = 'msg_p5jXN8AQM9LWM0D4loKWxJek';

    expect(signature(secret, { id, timestamp: '1614265330', body })).toBe(
      'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    );
  });

  test('is accepted under either of two secrets', () => {
    expect(signatureFault(signed(), [other, secret], now)).toBeUndefined();
  });

  test('is accepted among others and under the older header names', () => {
    const { headers } = signed();
    const svix = {
      'svix-id': headers['webhook-id'] ?? '',
      'svix-timestamp': headers['webhook-timestamp'] ?? '',
      'svix-signature': `v1a,xyz v1,${'A'.repeat(43)}= ${headers['webhook-signature']}`,
    };

    expect(signatureFault({ headers: svix, body }, [secret], now)).toBeUndefined();
  });

  test.each([
    ['another secret', signed(), [other], now, 'forged'],
    ['no secret yet', signed(), [], now, 'forged'],
    ['a changed body', { ...signed(), body: Buffer.from('{}') }, [secret], now, 'forged'],
    ['another id', signed({ 'webhook-id': 'msg_2' }), [secret], now, 'forged'],
    ['an old timestamp', signed(), [secret], now + 301_000, 'stale'],
    ['a timestamp to come', signed(), [secret], now - 301_000, 'stale'],
    ['no signature', signed({ 'webhook-signature': '' }), [secret], now, 'unsigned'],
    ['an unknown version', signed({ 'webhook-signature': 'v2,abc' }), [secret], now, 'unsigned'],
    ['no number as time', signed({ 'webhook-timestamp': 'now' }), [secret], now, 'unsigned'],
  ])('is refused with %s', (_name, request, secrets, at, fault) => {
    expect(signatureFault(request, secrets, at)).toBe(fault);
  });
});

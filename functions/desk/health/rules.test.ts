import { describe, expect, test } from 'vitest';
import type { ConnectionHealth } from '../../../schemas/connection-health.ts';
import { afterCheck, afterInbound, afterTraffic, isCheckDue } from './rules.ts';

const since = '2026-11-22T10:00:00.000Z';
const now = '2026-11-22T12:00:00.000Z';
const health = (over: Partial<ConnectionHealth> = {}): ConnectionHealth => ({
  connectionId: 'bot',
  state: 'working',
  since,
  ...over,
});

describe('what traffic says', () => {
  test('a refused token is written at once, with its words and its moment', () => {
    expect(afterTraffic(health(), { news: 'revoked', error: '401', now })).toMatchObject({
      state: 'revoked',
      since: now,
      error: '401',
    });
  });

  test('the same trouble again is no news', () => {
    const failing = health({ state: 'failing', error: '503' });

    expect(afterTraffic(failing, { news: 'trouble', error: '503', now })).toBeUndefined();
  });

  test('a message that left ends the trouble and takes the error away', () => {
    expect(afterTraffic(health({ state: 'failing', error: '503' }), { news: 'sent', now })).toEqual(
      health({ since: now, lastOutAt: now, error: undefined }),
    );
  });

  test('a message that left says nothing of a hook that is missing', () => {
    const missing = health({ state: 'hook-missing', error: 'elsewhere' });

    expect(afterTraffic(missing, { news: 'sent', now })).toMatchObject({
      state: 'hook-missing',
      error: 'elsewhere',
      lastOutAt: now,
    });
  });

  test('ordinary traffic is written every few minutes only', () => {
    const lately = '2026-11-22T11:56:00.000Z';

    expect(afterTraffic(health({ lastOutAt: lately }), { news: 'sent', now })).toBeUndefined();
    expect(afterInbound(health({ lastInAt: lately }), now)).toBeUndefined();
    expect(afterInbound(health({ lastInAt: since }), now)?.lastInAt).toBe(now);
  });
});

describe('what a check says', () => {
  test('is the state, outright', () => {
    const found = { state: 'hook-missing', error: 'another address', account: '@desk' } as const;

    expect(afterCheck(health(), found, now)).toMatchObject({
      ...found,
      since: now,
      checkedAt: now,
    });
  });

  test('keeps the moment since when it has been so', () => {
    expect(afterCheck(health(), { state: 'working' }, now).since).toBe(since);
  });
});

describe('a check is due', () => {
  test.each([
    ['a day after the last one', { checkedAt: '2026-11-21T12:00:00.000Z' }, true],
    ['not sooner while it works', { checkedAt: '2026-11-21T12:01:00.000Z' }, false],
    ['hourly while it fails', { state: 'failing', checkedAt: '2026-11-22T11:00:00.000Z' }, true],
    ['not while one was just asked for', { state: 'failing', requestedAt: now }, false],
    [
      'an hour after the record began',
      { state: 'not-checked', since: '2026-11-22T11:00:00.000Z' },
      true,
    ],
    ['not before', { state: 'not-checked', since: '2026-11-22T11:01:00.000Z' }, false],
  ] as const)('%s', (_name, over, isDue) => {
    expect(isCheckDue(health(over), now)).toBe(isDue);
  });
});

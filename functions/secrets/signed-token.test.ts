import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { readToken, signToken } from './signed-token.ts';

const schema = z.object({ agentId: z.string() });
const token = signToken({
  secrets: ['s1'],
  purpose: 'push',
  claims: { agentId: 'agt_ann1' },
  expiresAt: 2000,
});
const read = (change: Partial<Parameters<typeof readToken>[0]>) =>
  readToken({ secrets: ['s1'], purpose: 'push', token, schema, now: 1000, ...change });

describe('a signed token', () => {
  test('gives its claims back', () => {
    expect(read({})).toEqual({ agentId: 'agt_ann1' });
  });

  test('signed before a rotation is good as long as the old secret is listed', () => {
    expect(read({ secrets: ['s2', 's1'] })).toEqual({ agentId: 'agt_ann1' });
  });

  test.each([
    ['another secret', { secrets: ['s2'] as const }],
    ['another purpose', { purpose: 'upload' as const }],
    ['the moment of its expiry', { now: 2000 }],
    ['a changed payload', { token: `A${token.slice(1)}` }],
    ['a cut signature', { token: token.slice(0, -4) }],
    ['something after it', { token: `${token}.x` }],
    ['nothing at all', { token: '' }],
  ])('is worth nothing with %s', (_name, change) => {
    expect(read(change)).toBeUndefined();
  });
});

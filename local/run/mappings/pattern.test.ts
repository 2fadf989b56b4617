import { describe, expect, it } from 'vitest';
import { matchesPattern } from './pattern.ts';

const record = { eventName: 'INSERT', dynamodb: { NewImage: { kind: { S: 'message' } } } };

describe('filtering by pattern', () => {
  it.each<[unknown, boolean]>([
    [{ eventName: ['INSERT', 'MODIFY'] }, true],
    [{ eventName: ['REMOVE'] }, false],
    [{ dynamodb: { NewImage: { kind: { S: [{ prefix: 'mess' }] } } } }, true],
    [{ dynamodb: { NewImage: { gone: [{ exists: false }] } } }, true],
    [{ eventName: [{ 'anything-but': ['INSERT'] }] }, false],
    [{ $or: [{ eventName: ['REMOVE'] }, { eventName: [{ suffix: 'ERT' }] }] }, true],
    [{ eventName: ['INSERT'], dynamodb: { Keys: ['x'] } }, false],
  ])('%j lets the record through: %s', (pattern, expected) => {
    expect(matchesPattern(pattern, record)).toBe(expected);
  });

  it('refuses an operator it does not know', () => {
    expect(() => matchesPattern({ eventName: [{ numeric: ['>', 1] }] }, record)).toThrow('numeric');
  });
});

import { describe, expect, it } from 'vitest';
import { letterOf, readKeys } from './key-sequence.ts';

describe('a key', () => {
  it('is its character on a Latin layout, wherever it lies', () => {
    expect(letterOf({ key: 'a', code: 'KeyQ' })).toBe('a');
  });

  it('is its place on a Cyrillic layout', () => {
    expect(letterOf({ key: 'т', code: 'KeyN' })).toBe('n');
  });

  it('is a question mark on a Cyrillic layout too', () => {
    expect(letterOf({ key: '?', code: 'Digit7' })).toBe('?');
  });

  it('keeps the names of keys that are no letters', () => {
    expect(letterOf({ key: 'Enter', code: 'Enter' })).toBe('Enter');
  });
});

describe('two keys', () => {
  const g = { letter: 'g', at: 1_000 };

  it('are a sequence when they follow at once, before they are two keys', () => {
    const { names } = readKeys({ key: 'm', code: 'KeyM' }, g, 1_400);

    expect(names).toEqual(['g m', 'm']);
  });

  it('are two keys after a while', () => {
    const { names } = readKeys({ key: 'm', code: 'KeyM' }, g, 2_600);

    expect(names).toEqual(['m']);
  });
});

import { describe, expect, test } from 'vitest';
import { fc } from '../../test/make/fast-check.ts';
import { splitText } from './split-text.ts';

describe('a long text', () => {
  test('is split at a paragraph before anything else', () => {
    expect(splitText(`${'a'.repeat(6)}\n\nbb cc`, 12)).toEqual(['aaaaaa', 'bb cc']);
  });

  test('is split at words', () => {
    expect(splitText('one two three four', 9)).toEqual(['one two', 'three', 'four']);
  });

  test('is never split inside what a person sees as one character', () => {
    const family = '👨‍👩‍👧‍👦';

    const parts = splitText(family.repeat(5), 25);

    expect(parts.join('')).toBe(family.repeat(5));
    for (const part of parts) expect(part.replaceAll(family, '')).toBe('');
  });

  test('loses nothing but blanks at the cuts, whatever it is', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 300 }),
        fc.integer({ min: 4, max: 60 }),
        (text, max) => {
          const parts = splitText(text, max);

          expect(parts.every((part) => part.length <= max && part.isWellFormed())).toBe(true);
          expect(parts.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
        },
      ),
    );
  });
});

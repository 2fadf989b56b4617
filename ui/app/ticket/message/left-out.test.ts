import { describe, expect, it } from 'vitest';
import { partLeftOut } from './left-out.ts';

describe('what a channel could not hand over', () => {
  it('is parted from what the person wrote', () => {
    expect(partLeftOut('See my photo\n[file with a virus, not kept: run.exe]')).toEqual({
      words: 'See my photo',
      leftOut: [{ reason: 'file with a virus, not kept', what: 'run.exe' }],
    });
  });

  it('keeps its order when there are several', () => {
    const { words, leftOut } = partLeftOut('[file too large: a]\n[unsupported: story]');

    expect(words).toBe('');
    expect(leftOut.map(({ what }) => what)).toEqual(['a', 'story']);
  });

  it('is not looked for inside a person’s own words', () => {
    const text = '[unsupported: story]\nis what I see here';

    expect(partLeftOut(text)).toEqual({ words: text, leftOut: [] });
  });
});

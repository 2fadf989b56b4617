import { describe, expect, it } from 'vitest';
import { TierPolicy } from '../../../schemas/tier.ts';
import { tiers as words } from '../../texts/settings/tiers-en.ts';
import { blankTier, caseText, firstCases, withThen } from './tiers.ts';

const names = { span: (minutes: number) => `${minutes} min`, line: (id: string) => `the ${id}` };
const says = (fallback: Parameters<typeof caseText>[0]) => caseText(fallback, words.says, names);

describe('what happens with a personal manager is read back', () => {
  it('when nobody is waited for', () => {
    expect(says({ waitMinutes: 0, then: 'line' })).toBe('The ticket goes to its own line at once.');
  });

  it('when it goes to a line after a while', () => {
    expect(says({ waitMinutes: 15, then: 'line', line: 'front' })).toBe(
      'The ticket waits 15 min for the manager; if they have not begun by then, it goes to the line “the front”.',
    );
  });

  it('when it waits for good, whatever the minutes', () => {
    expect(says({ waitMinutes: 15, then: 'wait' })).toContain('however long');
  });
});

it('a line that was chosen is forgotten with going to a line', () => {
  const chosen = { waitMinutes: 5, then: 'line', line: 'front' } as const;

  expect(withThen(chosen, 'substitute')).toEqual({ waitMinutes: 5, then: 'substitute' });
  expect(withThen(chosen, 'line')).toEqual(chosen);
});

it('a new tier can be saved as it is, with a manager, too', () => {
  const tier = blankTier([], 'New tier');

  expect(TierPolicy.parse({ ...tier, manager: firstCases })).toMatchObject({ id: 'tier-1' });
});

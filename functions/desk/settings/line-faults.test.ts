import { describe, expect, it } from 'vitest';
import type { Line } from '../../../schemas/desk.ts';
import { defaultLines } from '../defaults/lines.ts';
import { defaultTiers } from '../defaults/tiers.ts';
import { defaultTopics } from '../defaults/topics.ts';
import { defaultCalendars } from '../promises/defaults.ts';
import { lineFaults } from './line-faults.ts';

const desk = {
  deployedTopics: defaultTopics.map(({ id }) => id),
  topics: defaultTopics,
  lines: defaultLines,
  calendars: defaultCalendars('Europe/Berlin'),
  promises: [],
  tiers: defaultTiers,
  agents: [{ id: 'agt_olga1' }],
  now: Date.parse('2026-11-22T10:00:00Z') / 1000,
};
/** The lines of a new desk with changes by their ids. */
const withChanges = (changes: Readonly<Record<string, Partial<Line>>>): Line[] =>
  defaultLines.map((line) => ({ ...line, ...changes[line.id] }));
const codes = (changes: Readonly<Record<string, Partial<Line>>>) =>
  lineFaults(withChanges(changes), desk).map(({ path, code }) => `${path} ${code}`);

describe('lines that name what is there', () => {
  it('may be saved', () => {
    const changes: Partial<Line> = {
      overflowTo: 'second',
      escalatesTo: 'managers',
      onCall: ['agt_olga1'],
      skills: { topics: { bug: 3 }, languages: { ru: 5 } },
    };

    expect(codes({ front: changes, second: { escalatesTo: 'managers' } })).toEqual([]);
  });
});

describe('lines are not saved', () => {
  it('with a line, a person or a topic that is not there', () => {
    const changes = {
      overflowTo: 'gone',
      escalatesTo: 'gone',
      onCall: ['agt_olga1', 'agt_nobody'],
      skills: { topics: { bug: 3, nowhere: 1 } },
    };

    expect(codes({ front: changes })).toEqual([
      '0.overflowTo no-line',
      '0.escalatesTo no-line',
      '0.skills.topics.nowhere no-topic',
      '0.onCall.1 no-person',
    ]);
  });

  it('without a name', () => {
    expect(codes({ front: { name: { en: ' ' } } })).toEqual(['0.name.en no-name']);
  });

  it('that hand over to themselves', () => {
    expect(codes({ second: { overflowTo: 'second', escalatesTo: 'second' } })).toEqual([
      '1.overflowTo to-itself',
      '1.escalatesTo to-itself',
    ]);
  });

  it('whose hard cases go round, and those in the circle are named', () => {
    const faults = lineFaults(
      withChanges({
        front: { escalatesTo: 'second' },
        second: { escalatesTo: 'managers' },
        managers: { escalatesTo: 'second' },
      }),
      desk,
    );

    expect(faults.map(({ path }) => path)).toEqual(['1.escalatesTo', '2.escalatesTo']);
    expect(faults[0]?.message).toBe(
      'hard cases would go round: Second line → Managers → Second line',
    );
  });

  it('without a line to which a tier falls back', () => {
    const lines = [...defaultLines, { ...defaultLines[0], id: 'vip' } as Line];
    const tiers = defaultTiers.map((tier) => ({
      ...tier,
      manager: tier.manager && {
        ...tier.manager,
        away: { waitMinutes: 5, then: 'line' as const, line: 'vip' },
      },
    }));

    expect(lineFaults(defaultLines, { ...desk, lines, tiers })).toMatchObject([
      { code: 'in-use', data: { id: 'vip', kind: 'tier', by: 'VIP' } },
    ]);
  });
});

it('a topic that is deployed no more stays where it stands', () => {
  const lines = withChanges({ front: { skills: { topics: { gone: 2 } } } });

  expect(lineFaults(lines, { ...desk, lines })).toEqual([]);
});

import { describe, expect, it } from 'vitest';
import type { Line } from '../../../schemas/desk.ts';
import type { Colleague } from '../../state/team.ts';
import { byLine, countStates, fatesOf, takenToday, untilOf } from './presence.ts';

const now = Date.parse('2026-11-22T10:00:00.000Z');

describe('back', () => {
  const moments = { now, shiftEnd: '2026-11-22T16:00:00.000Z', custom: '' };

  it.each([
    ['none', undefined],
    ['quarter', '2026-11-22T10:15:00.000Z'],
    ['half', '2026-11-22T10:30:00.000Z'],
    ['hour', '2026-11-22T11:00:00.000Z'],
    ['shift', '2026-11-22T16:00:00.000Z'],
    ['custom', undefined],
  ] as const)('%s is %s', (choice, until) => {
    expect(untilOf(choice, moments)).toBe(until);
  });

  it('at another time is by the clock of the person', () => {
    const custom = '2026-11-22T15:30';

    expect(untilOf('custom', { ...moments, custom })).toBe(new Date(custom).toISOString());
  });
});

const aLine = (id: string, absence?: Line['absence']): Line => ({
  id,
  name: { en: id },
  calendarId: 'front',
  ...(absence && { absence }),
});
const atOnce = { gives: 'back', when: 'at-once' } as const;

describe('what becomes of what somebody holds', () => {
  it('is nothing while they are there', () => {
    expect(fatesOf([aLine('front', atOnce)], 'busy')).toEqual([{ fate: 'keep', lines: [] }]);
  });

  it('is one thing where their lines agree', () => {
    const lines = [aLine('front', atOnce), aLine('second', atOnce)];

    expect(fatesOf(lines, 'away')).toEqual([{ fate: 'back at-once', lines: [] }]);
  });

  it('is said line by line where they do not', () => {
    const lines = [aLine('front', atOnce), aLine('second', { gives: 'keep', when: 'at-once' })];

    expect(fatesOf(lines, 'off')).toEqual([
      { fate: 'back at-once', lines: ['front'] },
      { fate: 'keep', lines: ['second'] },
    ]);
  });

  it('is the queue when the customer writes, of a line that says nothing', () => {
    expect(fatesOf([aLine('front')], 'off')).toEqual([{ fate: 'back customer-writes', lines: [] }]);
  });
});

const somebody = (name: string, given: Partial<Colleague> = {}): Colleague => ({
  agentId: `agt_${name.toLowerCase()}00`,
  name,
  lines: ['front'],
  state: 'available',
  since: '2026-11-22T09:00:00.000Z',
  by: 'self',
  isOnShift: true,
  ...given,
});
const everybody = { line: '', text: '', isOnShift: false };

describe('the team', () => {
  const people = [
    somebody('Zoe'),
    somebody('Bob', { state: 'away', lines: ['front', 'second'] }),
    somebody('Ann', { isOnShift: false }),
    somebody('Eve', { lines: [] }),
  ];
  const shown = (filter: Partial<typeof everybody>) =>
    byLine(people, ['front', 'second'], { ...everybody, ...filter }).map((group) => [
      group.line,
      ...group.people.map(({ name }) => name),
    ]);

  it('stands by line, those who take work first, and who has no line at the end', () => {
    expect(shown({})).toEqual([
      ['front', 'Ann', 'Zoe', 'Bob'],
      ['second', 'Bob'],
      ['', 'Eve'],
    ]);
  });

  it('is found by line, name and shift', () => {
    expect(shown({ line: 'second' })).toEqual([['second', 'Bob']]);
    expect(shown({ text: ' an' })).toEqual([['front', 'Ann']]);
    expect(shown({ text: 'n', isOnShift: true })).toEqual([]);
  });

  it('is counted by state', () => {
    expect(countStates(people)).toEqual({ available: 3, busy: 0, away: 1, off: 0 });
  });
});

describe('what somebody took today', () => {
  const load = { tickets: 3, chats: 0, taken: 40, day: '2026-11-22' };

  it('is of today only', () => {
    expect(takenToday(load, now)).toBe(40);
    expect(takenToday(load, now + 86_400_000)).toBe(0);
    expect(takenToday(undefined, now)).toBe(0);
  });
});

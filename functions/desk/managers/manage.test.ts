import { describe, expect, test } from 'vitest';
import type { Fallback, ManagerCase } from '../../../schemas/tier.ts';
import { caseOf, manage, type Standing } from './manage.ts';

const now = '2026-11-23T09:00:00.000Z';
const mary: Standing = {
  agent: { id: 'agt_mary', name: 'Mary' },
  isOnShift: true,
  state: 'available',
  isFull: false,
};
const stan: Standing = { ...mary, agent: { id: 'agt_stan', name: 'Stan' } };

const standings: Readonly<Record<ManagerCase, readonly Partial<Standing>[]>> = {
  present: [{}],
  busy: [{ state: 'busy' }, { isFull: true }, { state: 'busy', isFull: true }],
  away: [{ state: 'away' }, { state: 'off' }, { state: 'away', isFull: true }],
  closed: [
    { isOnShift: false },
    { isOnShift: false, state: 'off' },
    { isOnShift: false, state: 'away', isFull: true },
  ],
};
const cases = Object.keys(standings) as ManagerCase[];

/** A policy in which every case but one would go to a line that is not there. */
const policyOf = (which: ManagerCase, fallback: Fallback) => {
  const other: Fallback = { waitMinutes: 0, then: 'line', line: 'wrong' };
  return { present: other, busy: other, away: other, closed: other, [which]: fallback };
};

describe.each(cases)('a manager who is %s', (which) => {
  const ask = (fallback: Fallback, substitute: Standing | undefined = stan) =>
    manage({
      manager: { ...mary, ...standings[which][0] },
      substitute,
      policy: policyOf(which, fallback),
      line: 'front',
      now,
    });
  const held = (then: object) => ({
    to: 'person',
    agent: mary.agent,
    why: 'manager',
    hold: { why: 'managed', since: now, until: '2026-11-23T09:15:00.000Z', then },
  });

  test.each(standings[which])('is told by hours, presence and load: %o', (over) => {
    expect(caseOf({ ...mary, ...over })).toBe(which);
  });

  test.each([
    ['the substitute', { then: 'substitute' }, stan, { agentId: 'agt_stan' }],
    [
      'the substitute, there or not',
      { then: 'substitute' },
      { ...stan, isFull: true },
      { agentId: 'agt_stan' },
    ],
    [
      'the ticket’s line where nobody stands in',
      { then: 'substitute' },
      undefined,
      { line: 'front' },
    ],
    ['the ticket’s line', { then: 'line' }, stan, { line: 'front' }],
    ['the line named', { then: 'line', line: 'managers' }, stan, { line: 'managers' }],
  ] as const)('has minutes to begin before %s gets it', (_, fallback, substitute, then) => {
    const managed = manage({
      manager: { ...mary, ...standings[which][0] },
      substitute,
      policy: policyOf(which, { waitMinutes: 15, ...fallback }),
      line: 'front',
      now,
    });

    expect(managed).toEqual(held(then));
  });

  test('is passed over at once for a substitute who is there', () => {
    expect(ask({ waitMinutes: 0, then: 'substitute' })).toEqual({
      to: 'person',
      agent: stan.agent,
      why: 'substitute',
    });
  });

  test.each([
    { state: 'busy' },
    { state: 'away' },
    { isFull: true },
    { isOnShift: false },
  ] as const)('is passed over for the queue when the substitute is not there: %o', (over) => {
    expect(ask({ waitMinutes: 0, then: 'substitute' }, { ...stan, ...over })).toEqual({
      to: 'line',
    });
  });

  test.each([
    ['the ticket’s own', {}, { to: 'line' }],
    ['the one named', { line: 'managers' }, { to: 'line', line: 'managers' }],
  ])('is passed over at once for a line: %s', (_, named, expected) => {
    expect(ask({ waitMinutes: 0, then: 'line', ...named })).toEqual(expected);
  });

  test.each([0, 15])('keeps it where it shall wait, whatever the minutes (%i)', (waitMinutes) => {
    expect(ask({ waitMinutes, then: 'wait' })).toEqual({
      to: 'person',
      agent: mary.agent,
      why: 'manager',
    });
  });
});

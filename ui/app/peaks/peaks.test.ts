import { describe, expect, it } from 'vitest';
import type { Peak } from '../../../schemas/peak.ts';
import {
  barsOf,
  blankPeak,
  factorsOf,
  freeId,
  peakOf,
  stateOf,
  withNow,
  withTopic,
} from './peaks.ts';

const now = Date.parse('2026-11-01T00:00:00.000Z');
const aPeak = (given: Partial<Peak>): Peak => ({
  id: 'singles-day',
  name: '11.11',
  kind: 'planned',
  from: '2026-11-11T00:00:00.000Z',
  to: '2026-11-13T00:00:00.000Z',
  factors: { '*': 3 },
  usesPeakPromises: true,
  ...given,
});

describe('a peak', () => {
  it.each([
    ['next', {}],
    ['now', { from: '2026-10-31T00:00:00.000Z' }],
    ['over', { from: '2026-10-30T00:00:00.000Z', to: '2026-11-01T00:00:00.000Z' }],
    ['over', { from: '2026-10-30T00:00:00.000Z', endedAt: '2026-10-31T00:00:00.000Z' }],
  ] as const)('is %s by its times, an end by hand included', (state, given) => {
    expect(stateOf(aPeak(given), now)).toBe(state);
  });

  it('is called by something machines can read, that no other has', () => {
    expect(freeId('Black Friday!', [])).toBe('black-friday');
    expect(freeId('Чёрная пятница', [])).toBe('peak');
    expect(freeId('11.11', [{ id: 'peak' }])).toBe('peak-2');
    expect(freeId('x', [])).toBe('x-peak');
  });

  it('begins blank as a day of twice the usual', () => {
    const peak = blankPeak([], { name: 'New', from: '2026-11-02T00:00:00.000Z' });

    expect(peak).toMatchObject({ to: '2026-11-03T00:00:00.000Z', factors: { '*': 2 } });
  });

  it('takes over what was proposed', () => {
    const { from, to, factors } = aPeak({});
    const proposal = { id: 'p', reason: 'last-year' as const, name: 'Sale', from, to, factors };

    expect(peakOf(proposal, [])).toMatchObject({ id: 'sale', name: 'Sale', from, to, factors });
  });
});

describe('the timeline', () => {
  it('shows the next sixty days, one that is on from now', () => {
    const bars = barsOf(
      [
        aPeak({ id: 'late', from: '2027-02-01T00:00:00.000Z', to: '2027-02-02T00:00:00.000Z' }),
        aPeak({ id: 'on', from: '2026-10-31T00:00:00.000Z', to: '2026-11-04T00:00:00.000Z' }),
      ],
      { now, letter: 0 },
    );

    expect(bars).toMatchObject([{ peak: { id: 'on' }, left: 0, width: 5, lane: 0 }]);
  });

  it('gives peaks that overlap lanes of their own, and room again after them', () => {
    const bars = barsOf(
      [
        aPeak({ id: 'a', from: '2026-11-04T00:00:00.000Z', to: '2026-11-10T00:00:00.000Z' }),
        aPeak({ id: 'b', from: '2026-11-07T00:00:00.000Z', to: '2026-11-13T00:00:00.000Z' }),
        aPeak({ id: 'c', from: '2026-11-10T00:00:00.000Z', to: '2026-11-16T00:00:00.000Z' }),
      ],
      { now, letter: 0 },
    );

    expect(bars.map(({ peak, lane }) => [peak.id, lane])).toEqual([
      ['a', 0],
      ['b', 1],
      ['c', 0],
    ]);
  });
});

describe('the names on the timeline', () => {
  const soon = aPeak({ id: 'a', from: '2026-11-04T00:00:00.000Z', to: '2026-11-05T00:00:00.000Z' });
  const next = aPeak({ id: 'b', from: '2026-11-08T00:00:00.000Z', to: '2026-11-09T00:00:00.000Z' });

  it('lie on no bar behind them', () => {
    expect(barsOf([soon, next], { now, letter: 2 }).map(({ lane }) => lane)).toEqual([0, 1]);
    expect(barsOf([soon, next], { now, letter: 0.5 }).map(({ lane }) => lane)).toEqual([0, 0]);
  });

  it('stand before a bar at the end', () => {
    const last = { from: '2026-12-29T00:00:00.000Z', to: '2026-12-31T00:00:00.000Z' };

    expect(barsOf([aPeak(last)], { now, letter: 1 })).toMatchObject([{ isNameBefore: true }]);
  });
});

describe('what is being edited', () => {
  it('gets what was declared or ended meanwhile, and keeps its own words', () => {
    const edited = [aPeak({ id: 'mine', name: 'Renamed' })];
    const endedAt = '2026-11-11T12:00:00.000Z';
    const saved = [
      aPeak({ id: 'mine', endedAt }),
      aPeak({ id: 'outage', kind: 'declared' }),
      aPeak({ id: 'removed' }),
    ];

    expect(withNow(edited, saved).map(({ id, name, endedAt }) => [id, name, endedAt])).toEqual([
      ['mine', 'Renamed', endedAt],
      ['outage', '11.11', undefined],
    ]);
  });
});

describe('values by topic', () => {
  it('come with that of every topic first', () => {
    expect(factorsOf({ payouts: 4, '*': 2, bug: 3 })).toEqual([
      ['*', 2],
      ['bug', 3],
      ['payouts', 4],
    ]);
  });

  it('are no record at all when the last is taken out', () => {
    expect(withTopic({ bug: 1 }, 'bug', undefined)).toBeUndefined();
    expect(withTopic(undefined, 'bug', 2)).toEqual({ bug: 2 });
  });
});

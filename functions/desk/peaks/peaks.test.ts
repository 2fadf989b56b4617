import { describe, expect, it } from 'vitest';
import { Peak } from '../../../schemas/peak.ts';
import { aPeak } from '../../../test/make/a-peak.ts';
import { activePeak, ofTopic, peaksOn } from './active-peak.ts';
import { announcedPeaks } from './announced.ts';
import { declaredPeak } from './declare.ts';
import { peakFaults } from './peak-faults.ts';

const idAt = (peaks: readonly Peak[], now: string) => activePeak(peaks, now)?.id;

describe('a peak is on', () => {
  const sale = aPeak();

  it.each([
    ['2026-11-10T23:59:59.999Z', undefined],
    ['2026-11-11T00:00:00.000Z', 'sale'],
    ['2026-11-12T23:59:59.999Z', 'sale'],
    ['2026-11-13T00:00:00.000Z', undefined],
  ])('at %s: %s; it ends by itself', (now, id) => {
    expect(idAt([sale], now)).toBe(id);
  });

  it('until it is ended by hand', () => {
    const ended = aPeak({ endedAt: '2026-11-11T12:00:00.000Z' });

    expect(idAt([ended], '2026-11-11T11:59:59.999Z')).toBe('sale');
    expect(idAt([ended], '2026-11-11T12:00:00.000Z')).toBeUndefined();
  });

  it('under another that began later, and rules again when that is over', () => {
    const rush = aPeak({
      id: 'rush',
      from: '2026-11-11T08:00:00.000Z',
      to: '2026-11-11T10:00:00.000Z',
    });

    expect(peaksOn([sale, rush], '2026-11-11T09:00:00.000Z').map(({ id }) => id)).toEqual([
      'rush',
      'sale',
    ]);
    expect(idAt([sale, rush], '2026-11-11T10:00:00.000Z')).toBe('sale');
  });

  it('and says of a topic what it says of all, unless it names it', () => {
    expect(ofTopic({ '*': 2, bugs: 5 }, 'bugs')).toBe(5);
    expect(ofTopic({ '*': 2, bugs: 5 }, 'payouts')).toBe(2);
    expect(ofTopic({ bugs: 5 }, 'payouts')).toBeUndefined();
  });
});

describe('a declared peak', () => {
  const now = '2026-11-22T10:00:00.000Z';

  it.each(['Payments are down', 'Сломались выплаты', '1 + 1', '---', 'x'.repeat(80)])(
    'called "%s" is a peak from now on, with an id of its own',
    (name) => {
      const peak = declaredPeak({ name, hours: 3, factors: {} }, now);
      const other = declaredPeak({ name, hours: 3, factors: {} }, '2026-11-22T10:00:00.001Z');

      expect(Peak.parse(peak)).toEqual(peak);
      expect(peak).toMatchObject({ from: now, to: '2026-11-22T13:00:00.000Z', kind: 'declared' });
      expect(other.id).not.toBe(peak.id);
    },
  );
});

describe('a calendar of peaks', () => {
  const desk = { deployedTopics: ['payouts', 'bugs'], peaks: [] };
  const paths = (items: readonly Peak[], peaks: readonly Peak[] = []) =>
    peakFaults(items, { ...desk, peaks }).map(({ path }) => path);

  it('may hold peaks that overlap', () => {
    expect(paths([aPeak(), aPeak({ id: 'other' })])).toEqual([]);
  });

  it('is not saved with one id twice, an unknown topic, or a peak of more than a year', () => {
    const long = aPeak({ id: 'long', to: '2027-11-13T00:00:00.000Z' });
    const unknown = aPeak({
      id: 'odd',
      factors: { '*': 2, gone: 3 },
      priorities: { gone: 'high' },
    });

    expect(paths([aPeak(), aPeak()])).toEqual(['1.id']);
    expect(paths([long])).toEqual(['0.to']);
    expect(paths([unknown])).toEqual(['0.factors.gone', '0.priorities.gone']);
  });

  it('keeps a topic that is no longer deployed where it stood', () => {
    const old = aPeak({ factors: { gone: 3 } });

    expect(paths([{ ...old, name: 'Old sale' }], [old])).toEqual([]);
  });

  it('ends a peak by hand only while it is on', () => {
    expect(paths([aPeak({ endedAt: '2026-11-14T00:00:00.000Z' })])).toEqual(['0.endedAt']);
    expect(paths([aPeak({ endedAt: '2026-11-12T00:00:00.000Z' })])).toEqual([]);
  });
});

describe('announcements', () => {
  const now = '2026-11-22T10:00:00.000Z';
  const file = (...events: readonly string[]) =>
    [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//shop//EN',
      ...events.map((event) => `BEGIN:VEVENT\n${event}\nEND:VEVENT`),
      'END:VCALENDAR',
    ].join('\n');
  const read = (text: string, peaks: readonly Peak[] = []) =>
    announcedPeaks(text, { zone: 'Europe/Berlin', peaks, now });

  it('are whole days of the desk, or times', () => {
    const { proposals, problems } = read(
      file(
        'UID:1\nSUMMARY:Cyber Monday\nDTSTART:20261130T080000Z\nDTEND:20261130T200000Z',
        'UID:2\nSUMMARY:Black Friday\nDTSTART;VALUE=DATE:20261127\nDTEND;VALUE=DATE:20261129',
        'UID:3\nSUMMARY:Birthday\nDTSTART;VALUE=DATE:20200301\nRRULE:FREQ=YEARLY',
      ),
    );

    expect(problems).toEqual([]);
    expect(proposals.map(({ name, from, to }) => [name, from, to])).toEqual([
      ['Black Friday', '2026-11-26T23:00:00.000Z', '2026-11-28T23:00:00.000Z'],
      ['Cyber Monday', '2026-11-30T08:00:00.000Z', '2026-11-30T20:00:00.000Z'],
      ['Birthday', '2027-02-28T23:00:00.000Z', '2027-03-01T23:00:00.000Z'],
    ]);
  });

  it('are left out with the reason when they are over, endless or repeat too often', () => {
    const { proposals, problems } = read(
      file(
        'UID:1\nSUMMARY:Past\nDTSTART;VALUE=DATE:20260101',
        'UID:2\nSUMMARY:Weekly\nDTSTART;VALUE=DATE:20261201\nRRULE:FREQ=WEEKLY',
        'UID:3\nSUMMARY:Season\nDTSTART;VALUE=DATE:20261201\nDTEND;VALUE=DATE:20270301',
      ),
    );

    expect(proposals).toEqual([]);
    expect(problems.map(({ event }) => event)).toEqual(['Past', 'Weekly', 'Season']);
  });

  it('are not proposed when they are planned already', () => {
    const planned = aPeak({
      name: 'Black Friday',
      from: '2026-11-27T00:00:00.000Z',
      to: '2026-11-28T00:00:00.000Z',
    });
    const text = file('UID:2\nSUMMARY:Black Friday\nDTSTART;VALUE=DATE:20261127');

    expect(read(text, [planned]).proposals).toEqual([]);
    expect(read('no calendar').problems).toHaveLength(1);
  });
});

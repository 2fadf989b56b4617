import { describe, expect, it } from 'vitest';
import { aCalendar } from '../../../test/make/a-promise.ts';
import { anAgent } from '../../../test/make/a-ticket.ts';
import type { DeskForecast } from './forecast.ts';
import { perDayOf, staffingOf } from './staffing.ts';

const flat = (anHour: number, dayRatio?: number): DeskForecast => ({
  hourOf: () => ({ expected: anHour, low: anHour, high: anHour }),
  errorOf: () => undefined,
  weeksOf: () => 8,
  dayRatio,
});
const nights = aCalendar({
  id: 'weekend',
  timeZone: 'Europe/Berlin',
  weekdays: {
    mon: [],
    tue: [],
    wed: [],
    thu: [],
    fri: [],
    sat: [{ opens: '00:00', closes: '01:00' }],
    sun: [],
  },
});
const week = { ...aCalendar({ id: 'office' }), timeZone: 'Europe/Berlin' };
const lines = [
  { id: 'front', calendarId: 'office' },
  { id: 'second', calendarId: 'office', capacity: { perDay: 40 } },
];
const people = {
  lines,
  calendars: [week, nights],
  agents: [
    anAgent({ id: 'agt_olga', lines: ['front'] }),
    anAgent({ id: 'agt_kate', lines: ['second'] }),
    anAgent({ id: 'agt_nick', lines: ['front'], shiftId: 'weekend' }),
    anAgent({ id: 'agt_left', lines: ['front'], active: false }),
    anAgent({ id: 'agt_boss', lines: [] }),
  ],
};
const question = {
  ...people,
  topics: ['payouts', 'bugs'],
  zone: 'Europe/Berlin',
  first: '2026-11-26',
  days: 4,
};

describe('people needed', () => {
  it('are what comes in a day through what one answers, rounded up', () => {
    const [thursday] = staffingOf(flat(10, 1.2), question);

    expect(perDayOf(people)).toBe(120);
    expect(thursday).toMatchObject({ expected: 480, high: 576, people: 4, peopleHigh: 5 });
  });

  it('stand beside those whose shift or lines are open on the desk’s own day', () => {
    const planned = staffingOf(flat(1), question).map(({ day, planned }) => [day, planned]);

    expect(planned).toEqual([
      ['2026-11-26', 2],
      ['2026-11-27', 2],
      ['2026-11-28', 1],
      ['2026-11-29', 0],
    ]);
  });

  it('have an hour more to do when the clocks go back', () => {
    const [sunday] = staffingOf(flat(1), { ...question, first: '2026-10-25', days: 1 });

    expect(sunday?.expected).toBe(50);
  });

  it('are counted at 160 a day where no line says otherwise', () => {
    expect(perDayOf({ ...people, agents: [] })).toBe(160);
    expect(perDayOf({ ...people, agents: [anAgent({ lines: ['front'] })] })).toBe(160);
  });
});

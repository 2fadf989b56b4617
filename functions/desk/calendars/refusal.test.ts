import { describe, expect, it } from 'vitest';
import { Calendar } from '../../../schemas/calendar.ts';
import { aCalendar, daily, hours } from '../../../test/make/a-promise.ts';
import { refusalOf } from './refusal.ts';

const NOW = Date.parse('2026-11-16T08:00:00Z') / 1000;

describe('a calendar to be saved', () => {
  it('is refused without open time in the next 366 days', () => {
    const never = aCalendar({ weekdays: daily() });
    const past = { name: 'Fair', date: '2026-11-15', yearly: false, windows: hours('09:00-17:00') };

    expect(refusalOf(never, NOW)).toContain('no open time');
    expect(refusalOf({ ...never, holidays: [past] }, NOW)).toContain('no open time');
  });

  it('is taken with a single opening within 366 days', () => {
    const fair = { name: 'Fair', date: '2026-11-15', yearly: true, windows: hours('09:00-17:00') };

    expect(refusalOf(aCalendar({ weekdays: daily(), holidays: [fair] }), NOW)).toBeUndefined();
  });

  it.each([
    ['a zone nobody knows', { timeZone: 'Mars/Olympus' }],
    ['an offset for a zone', { timeZone: '+03:00' }],
    ['overlapping windows', { weekdays: daily('09:00-12:00', '11:00-13:00') }],
    ['a window past midnight', { weekdays: daily('22:00-06:00') }],
    ['a time after 24:00', { weekdays: daily('22:00-24:30') }],
    ['February 30', { holidays: [{ name: 'x', date: '2026-02-30', yearly: true, windows: [] }] }],
  ])('is no calendar with %s', (_, over) => {
    expect(Calendar.safeParse(aCalendar(over)).success).toBe(false);
  });

  it('may touch itself and end at midnight', () => {
    const weekdays = daily('00:00-06:00', '06:00-12:00', '22:00-24:00');

    expect(Calendar.safeParse(aCalendar({ weekdays })).success).toBe(true);
  });
});

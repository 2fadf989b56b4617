import { describe, expect, it } from 'vitest';
import { Calendar, Holiday } from '../../../schemas/calendar.ts';
import { freeId } from '../settings/free-id.ts';
import {
  asMonday,
  blankCalendar,
  closeOf,
  mergedHolidays,
  nextWindow,
  shownClose,
} from './calendars.ts';

const blank = blankCalendar([], { name: 'Office', timeZone: 'Europe/Berlin' });
const holiday = (date: string, yearly = false, name = 'A holiday'): Holiday =>
  Holiday.parse({ name, date, yearly, windows: [] });

it('a new calendar can be saved as it is', () => {
  expect(Calendar.parse(blank)).toEqual(blank);
  expect(freeId([{ id: 'calendar-2' }], 'calendar')).toBe('calendar-3');
});

it('Monday’s hours are copied to the other workdays only', () => {
  const monday = [{ opens: '08:00', closes: '12:00' }];
  const calendar = asMonday({ ...blank, weekdays: { ...blank.weekdays, mon: monday } });

  expect(calendar.weekdays.fri).toEqual(monday);
  expect(calendar.weekdays.sat).toEqual([]);
});

describe('further hours of a day', () => {
  it.each([
    ['', '09:00–18:00'],
    ['12:00', '13:00–18:00'],
    ['18:00', '19:00–24:00'],
    ['23:30', '23:00–24:00'],
  ])('after %j are %s', (closes, wanted) => {
    const { opens, closes: end } = nextWindow(closes ? [{ opens: '08:00', closes }] : []);

    expect(`${opens}–${end}`).toBe(wanted);
  });

  it('end at midnight as a time field shows it', () => {
    expect([shownClose('24:00'), closeOf('00:00')]).toEqual(['00:00', '24:00']);
    expect([shownClose('17:30'), closeOf('17:30')]).toEqual(['17:30', '17:30']);
  });
});

it('imported holidays replace those of the same date and come in order', () => {
  const before = [holiday('2026-12-25', true, 'Christmas'), holiday('2026-05-01')];
  const more = [holiday('2027-12-25', true, 'Christmas Day'), holiday('2026-03-08')];

  expect(mergedHolidays(before, more).map(({ date, name }) => [date, name])).toEqual([
    ['2026-03-08', 'A holiday'],
    ['2026-05-01', 'A holiday'],
    ['2027-12-25', 'Christmas Day'],
  ]);
});

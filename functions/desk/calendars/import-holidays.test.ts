import { describe, expect, it } from 'vitest';
import { Calendar } from '../../../schemas/calendar.ts';
import { aCalendar, hours } from '../../../test/make/a-promise.ts';
import { importHolidays } from './import-holidays.ts';

const calendar = aCalendar();

/** An iCalendar file of events given as lines. */
function file(...events: string[][]): string {
  const body = events.flatMap((lines) => ['BEGIN:VEVENT', 'UID:u', ...lines, 'END:VEVENT']);
  return ['BEGIN:VCALENDAR', 'VERSION:2.0', ...body, 'END:VCALENDAR', ''].join('\r\n');
}

function read(text: string) {
  return importHolidays(text, { calendar, today: '2026-11-22', years: 3 });
}

function days(...lines: string[]): string[] {
  return read(file(lines)).holidays.map((h) => `${h.date}${h.yearly ? ' yearly' : ''}`);
}

describe('holidays from an iCalendar file', () => {
  it('closes whole days, the end excluded, and unfolds names', () => {
    const { holidays, problems } = read(
      file(['DTSTART;VALUE=DATE:20261224', 'DTEND;VALUE=DATE:20261227', 'SUMMARY:Chri', ' stmas']),
    );

    expect(problems).toEqual([]);
    expect(holidays.map((h) => [h.date, h.name, h.windows])).toEqual([
      ['2026-12-24', 'Christmas', []],
      ['2026-12-25', 'Christmas', []],
      ['2026-12-26', 'Christmas', []],
    ]);
  });

  it('keeps plain yearly repetition yearly', () => {
    expect(days('DTSTART;VALUE=DATE:20201225', 'RRULE:FREQ=YEARLY')).toEqual(['2020-12-25 yearly']);
    expect(days('DTSTART;VALUE=DATE:20200501', 'RRULE:FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=1')).toEqual(
      ['2020-05-01 yearly'],
    );
  });

  it('writes out what moves from year to year, without the excluded dates', () => {
    expect(
      days(
        'DTSTART;VALUE=DATE:20200525',
        'RRULE:FREQ=YEARLY;BYMONTH=5;BYDAY=-1MO',
        'EXDATE;VALUE=DATE:20280529',
      ),
    ).toEqual(['2027-05-31', '2029-05-28']);
    expect(days('DTSTART;VALUE=DATE:20250103', 'RRULE:FREQ=YEARLY;COUNT=4')).toEqual([
      '2027-01-03',
      '2028-01-03',
    ]);
  });

  it('does not invent dates that do not exist', () => {
    expect(
      days('DTSTART;VALUE=DATE:20240228', 'RRULE:FREQ=YEARLY;BYMONTH=1,2;BYMONTHDAY=30'),
    ).toEqual(['2027-01-30', '2028-01-30', '2029-01-30']);
  });

  it('leaves the other holidays of a series when one was moved', () => {
    const { holidays } = read(
      file(
        ['DTSTART;VALUE=DATE:20251231', 'RRULE:FREQ=YEARLY;UNTIL=20281231'],
        ['RECURRENCE-ID;VALUE=DATE:20271231', 'DTSTART;VALUE=DATE:20271230'],
      ),
    );

    expect(holidays.map((h) => h.date)).toEqual(['2026-12-31', '2027-12-30', '2028-12-31']);
  });

  it.each([
    ['in UTC', 'DTSTART:20261224T110000Z', 'DTEND:20261224T230000Z'],
    [
      'in a zone',
      'DTSTART;TZID=America/New_York:20261224T060000',
      'DTEND;TZID=America/New_York:20261224T180000',
    ],
    ['floating', 'DTSTART:20261224T120000', 'DURATION:PT12H'],
  ])('reduces the hours of a day by a time %s', (_, ...lines) => {
    expect(read(file(lines)).holidays).toEqual([
      { name: 'Holiday', date: '2026-12-24', yearly: false, windows: hours('09:00-12:00') },
    ]);
  });

  it('closes a night over two days, and takes two events of a day together', () => {
    const { holidays } = read(
      file(
        ['DTSTART:20261221T160000', 'DTEND:20261222T100000', 'SUMMARY:Party'],
        ['DTSTART:20261222T160000', 'DTEND:20261222T170000', 'SUMMARY:Tea'],
      ),
    );

    expect(holidays.map((h) => [h.name, h.windows])).toEqual([
      ['Party', hours('09:00-16:00')],
      ['Party / Tea', hours('10:00-16:00')],
    ]);
  });

  it.each([
    [['SUMMARY:None'], 'no readable start'],
    [['DTSTART;VALUE=DATE:nonsense'], 'cannot be read'],
    [['DTSTART;VALUE=DATE:20261201', 'RRULE:FREQ=SECONDLY'], 'not yearly'],
    [['DTSTART;VALUE=DATE:20261201', 'RRULE:FREQ=YEARLY;BYMONTH=12;BYSETPOS=1'], 'BYSETPOS'],
    [
      ['DTSTART;VALUE=DATE:20260201', 'RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=31;BYDAY=MO'],
      'do not have',
    ],
    [['DTSTART;VALUE=DATE:20260201', 'RRULE:FREQ=YEARLY;BYMONTH=5;BYDAY=6MO'], 'do not have'],
    [['DTSTART;VALUE=DATE:20261201', 'DTEND;VALUE=DATE:20270301'], 'longer than 31 days'],
    [['DTSTART;TZID=Mars:20261201T100000', 'DURATION:PT1H'], 'time zone Mars'],
  ])('says why an event is left out: %s', (lines, reason) => {
    const { holidays, problems } = read(file(lines));

    expect(holidays).toEqual([]);
    expect(problems[0]?.reason ?? '').toMatch(new RegExp(reason));
  });

  it.each(['hello', '', 'BEGIN:VCARD\r\nEND:VCARD', 'x'.repeat(1_000_001)])(
    'says why a file is none (%#)',
    (text) => {
      expect(read(text).problems).toHaveLength(1);
    },
  );

  it('gives what a calendar accepts', () => {
    const { holidays } = read(
      file(
        ['DTSTART;VALUE=DATE:20201225', 'RRULE:FREQ=YEARLY'],
        ['DTSTART;VALUE=DATE:20261225', 'SUMMARY:Again'],
        ['DTSTART:20261224T120030', 'DURATION:PT1H'],
      ),
    );

    expect(Calendar.safeParse({ ...calendar, holidays }).success).toBe(true);
  });
});

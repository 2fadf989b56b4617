import type { Window } from '../../schemas/calendar.ts';
import { aCalendar } from './a-promise.ts';
import { fc } from './fast-check.ts';

const DAY = 86_400;

/** Zones with ordinary, half-hour, midnight, far-east, skipped-day and southern changes. */
const zones = fc.constantFrom(
  'Europe/Berlin',
  'Europe/Moscow',
  'America/New_York',
  'America/Havana',
  'Australia/Lord_Howe',
  'Asia/Kolkata',
  'Pacific/Apia',
  'Pacific/Chatham',
  'America/Santiago',
  'Africa/Casablanca',
  'UTC',
);

/** Instants (epoch seconds) around which some of these zones change their clocks, and ordinary days. */
export const anchors = fc
  .constantFrom(
    '2026-03-29T00:00:00Z',
    '2026-10-25T00:00:00Z',
    '2026-03-08T05:00:00Z',
    '2026-11-01T04:00:00Z',
    '2011-12-30T00:00:00Z',
    '2026-04-04T15:00:00Z',
    '2026-09-06T03:00:00Z',
    '2026-02-15T02:00:00Z',
    '2028-02-28T12:00:00Z',
    '2026-06-15T12:00:00Z',
  )
  .map((iso) => Date.parse(iso) / 1000);

function spoken(quarter: number): string {
  const minutes = String((quarter % 4) * 15).padStart(2, '0');
  return `${String(Math.floor(quarter / 4)).padStart(2, '0')}:${minutes}`;
}

/** Up to three windows on quarters of an hour. */
const windows = fc
  .uniqueArray(fc.integer({ min: 0, max: 96 }), { maxLength: 6 })
  .map((quarters): Window[] => {
    const cuts = quarters.toSorted((a, b) => a - b).map(spoken);
    return cuts.flatMap((opens, i) => {
      const closes = cuts[i + 1];
      return i % 2 === 0 && closes !== undefined ? [{ opens, closes }] : [];
    });
  });

/** Any week in any zone, with a holiday near `around` (epoch seconds) half of the time. */
export function calendarsNear(around: number, id = 'office') {
  const holiday = fc.record({
    name: fc.constant('Special'),
    date: fc
      .integer({ min: -2, max: 2 })
      .map((days) => new Date((around + days * DAY) * 1000).toISOString().slice(0, 10)),
    yearly: fc.boolean(),
    windows,
  });
  const weekdays = fc.record({
    mon: windows,
    tue: windows,
    wed: windows,
    thu: windows,
    fri: windows,
    sat: windows,
    sun: windows,
  });
  return fc
    .record({ timeZone: zones, weekdays, holidays: fc.array(holiday, { maxLength: 1 }) })
    .map((over) => aCalendar({ id, ...over }));
}

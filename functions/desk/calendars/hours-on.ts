import type { Calendar, Weekday, Window } from '../../../schemas/calendar.ts';

const WEEKDAYS: readonly Weekday[] = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

/** Windows of one local day in seconds since its midnight, sorted. */
export type DayHours = readonly (readonly [opens: number, closes: number])[];

/** `09:30` → 34200; `24:00` → 86400. */
export function secondsOfDay(time: string): number {
  return Number(time.slice(0, 2)) * 3600 + Number(time.slice(3, 5)) * 60;
}

function hoursOf(windows: readonly Window[]): DayHours {
  return windows
    .map((w) => [secondsOfDay(w.opens), secondsOfDay(w.closes)] as const)
    .sort((a, b) => a[0] - b[0]);
}

/** `2026-12-25` of a local day (days since the epoch, in the zone's own reckoning). */
export function dateOfDay(localDay: number): string {
  return new Date(localDay * 86_400_000).toISOString().slice(0, 10);
}

export function weekdayOf(localDay: number): Weekday {
  // The epoch was a Thursday; the double remainder keeps days before it right.
  return WEEKDAYS[(((localDay + 4) % 7) + 7) % 7] ?? 'sun';
}

/** The weekly hours as lookups by weekday, holidays by `YYYY-MM-DD` or `MM-DD`. */
export interface HoursTable {
  readonly weekdays: Readonly<Record<Weekday, DayHours>>;
  readonly holidays: ReadonlyMap<string, DayHours>;
}

export function hoursTable(calendar: Calendar): HoursTable {
  const weekly = (day: Weekday): DayHours => hoursOf(calendar.weekdays[day]);
  return {
    weekdays: {
      mon: weekly('mon'),
      tue: weekly('tue'),
      wed: weekly('wed'),
      thu: weekly('thu'),
      fri: weekly('fri'),
      sat: weekly('sat'),
      sun: weekly('sun'),
    },
    holidays: new Map(
      calendar.holidays.map((h) => [h.yearly ? h.date.slice(5) : h.date, hoursOf(h.windows)]),
    ),
  };
}

/** Hours of a local day: its own holiday, else the yearly one, else the weekday's. */
export function hoursOn(table: HoursTable, localDay: number): DayHours {
  if (table.holidays.size > 0) {
    const date = dateOfDay(localDay);
    const special = table.holidays.get(date) ?? table.holidays.get(date.slice(5));
    if (special) return special;
  }
  return table.weekdays[weekdayOf(localDay)];
}

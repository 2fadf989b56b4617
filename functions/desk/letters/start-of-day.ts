import { offsetAt } from '../calendars/zone-offset.ts';

/** Midnight of a date (`2026-11-22`) in a zone, ISO 8601 with milliseconds; where it is skipped, the instant after. */
export function startOfDay(date: string, timeZone: string): string {
  const wall = Date.parse(`${date}T00:00:00.000Z`) / 1000;
  // The offset of a guess is that of midnight, unless clocks change between the two: then the second guess is right.
  const guess = wall - offsetAt(timeZone, wall);
  const at = wall - offsetAt(timeZone, guess);
  return new Date(at * 1000).toISOString();
}

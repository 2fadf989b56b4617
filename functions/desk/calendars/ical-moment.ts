import ICAL from 'ical.js';
import { offsetAt } from './zone-offset.ts';

/** The wall clock of a DATE-TIME as if it were UTC, in epoch seconds. */
function wallSeconds(time: ICAL.Time): number {
  return Date.UTC(time.year, time.month - 1, time.day, time.hour, time.minute, time.second) / 1000;
}

function isKnownZone(zone: string): boolean {
  try {
    return offsetAt(zone, 0) !== undefined;
  } catch {
    return false;
  }
}

/** Epoch seconds of a wall-clock time in an IANA zone; a skipped hour counts with the offset before it. */
function inZone(wall: number, zone: string): number {
  const guess = wall - offsetAt(zone, wall);
  return wall - offsetAt(zone, guess);
}

/**
 * Epoch seconds of a DATE-TIME: UTC, in the zone its TZID names (IANA, else the file's own VTIMEZONE), or floating,
 * which means the calendar's zone (RFC 5545 §3.3.5). `undefined` for a zone that nobody defines.
 */
export function momentOf(
  time: ICAL.Time,
  tzid: string | undefined,
  { calendarZone, file }: { readonly calendarZone: string; readonly file: ICAL.Component },
): number | undefined {
  const wall = wallSeconds(time);
  if (time.zone === ICAL.Timezone.utcTimezone) return wall;
  if (!tzid) return inZone(wall, calendarZone);
  if (isKnownZone(tzid)) return inZone(wall, tzid);

  const own = file
    .getAllSubcomponents('vtimezone')
    .find((zone) => zone.getFirstPropertyValue('tzid') === tzid);
  if (!own) return undefined;
  const placed = time.clone();
  placed.zone = new ICAL.Timezone(own);
  return placed.toUnixTime();
}

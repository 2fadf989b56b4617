import ICAL from 'ical.js';
import type { Calendar, Holiday } from '../../../schemas/calendar.ts';
import { ClosedDays } from './closed-days.ts';
import { momentOf } from './ical-moment.ts';
import { dateOf, type Horizon, isPlainYearly, repeatsOf, ruleRefusal } from './ical-repeats.ts';

const DAY = 86_400;
const MAX_CHARACTERS = 1_000_000;
const MAX_EVENTS = 2000;
/** Longer ones are seasons or mistakes, not holidays. */
const MAX_DAYS = 31;

export interface HolidayImport {
  readonly holidays: Holiday[];
  /** Events that were left out, each with the reason. `event` is empty if the file itself cannot be read. */
  readonly problems: { readonly event: string; readonly reason: string }[];
}

interface Reading {
  readonly calendar: Calendar;
  readonly file: ICAL.Component;
  readonly horizon: Horizon;
  readonly days: ClosedDays;
}

function tzidOf(event: ICAL.Component, name: string): string | undefined {
  const tzid = event.getFirstProperty(name)?.getFirstParameter('tzid');
  return typeof tzid === 'string' ? tzid : undefined;
}

function timesOf(event: ICAL.Component, name: string): ICAL.Time[] {
  return event
    .getAllProperties(name)
    .flatMap((property) => property.getValues())
    .filter((value): value is ICAL.Time => value instanceof ICAL.Time);
}

/** Starts of the event: the only one, or those of its rule and RDATEs without EXDATEs and moved occurrences. */
function startsOf(
  event: ICAL.Component,
  start: ICAL.Time,
  moved: Set<string>,
  horizon: Horizon,
): ICAL.Time[] {
  const rule = event.getFirstPropertyValue('rrule');
  const repeats = rule instanceof ICAL.Recur ? repeatsOf(rule, start, horizon) : [start];
  const away = new Set([...timesOf(event, 'exdate').map(dateOf), ...moved]);
  return [...repeats, ...timesOf(event, 'rdate')].filter((time) => !away.has(dateOf(time)));
}

/** Closes the event's days; returns why it cannot, if so. */
function takeEvent(
  event: ICAL.Component,
  moved: Set<string>,
  reading: Reading,
): string | undefined {
  const { calendar, file, horizon, days } = reading;
  const start = event.getFirstPropertyValue('dtstart');
  if (!(start instanceof ICAL.Time) || Number.isNaN(Date.parse(dateOf(start))))
    return 'it has no readable start';
  const rule = event.getFirstPropertyValue('rrule');
  const refusal = rule instanceof ICAL.Recur ? ruleRefusal(rule) : undefined;
  if (refusal) return refusal;

  const name = new ICAL.Event(event).summary?.trim() || 'Holiday';
  const seconds = new ICAL.Event(event).duration.toSeconds();
  if (seconds > MAX_DAYS * DAY) return `it lasts longer than ${MAX_DAYS} days`;
  if (seconds < 0) return 'it ends before it starts';

  const starts = startsOf(event, start, moved, horizon);
  if (start.isDate) {
    const length = Math.max(1, Math.ceil(seconds / DAY));
    const isYearly =
      rule instanceof ICAL.Recur &&
      isPlainYearly(rule, start) &&
      timesOf(event, 'exdate').length + timesOf(event, 'rdate').length + moved.size === 0;
    for (const first of isYearly ? [start] : starts) {
      const firstDay = Date.parse(dateOf(first)) / 1000 / DAY;
      for (let day = firstDay; day < firstDay + length; day++) {
        if (isYearly) days.closeYearly(new Date(day * DAY * 1000).toISOString().slice(0, 10), name);
        else days.closeDay(day, name);
      }
    }
    return undefined;
  }
  const tzid = tzidOf(event, 'dtstart');
  for (const time of starts) {
    const from = momentOf(time, tzid, { calendarZone: calendar.timeZone, file });
    if (from === undefined) return `its time zone ${tzid ?? ''} is unknown`;
    days.closeSpan(from, from + seconds, name);
  }
  return undefined;
}

/** Dates of occurrences that a file tells apart from their series, by the series' UID. */
function movedOccurrences(events: readonly ICAL.Component[]): Map<string, Set<string>> {
  const moved = new Map<string, Set<string>>();
  for (const event of events) {
    const uid = String(event.getFirstPropertyValue('uid') ?? '');
    const dates = timesOf(event, 'recurrence-id').map(dateOf);
    if (dates.length > 0) moved.set(uid, new Set([...(moved.get(uid) ?? []), ...dates]));
  }
  return moved;
}

function parsed(text: string): ICAL.Component | string {
  if (text.length > MAX_CHARACTERS) return `the file is larger than ${MAX_CHARACTERS} characters`;
  try {
    const [first] = [ICAL.parse(text)].flatMap((all) => (Array.isArray(all[0]) ? all : [all]));
    const file = new ICAL.Component(first);
    return file.name === 'vcalendar' ? file : 'the file holds no calendar (VCALENDAR)';
  } catch (cause) {
    return `the file is not iCalendar: ${cause instanceof Error ? cause.message : String(cause)}`;
  }
}

/**
 * Reads holidays from an iCalendar file (RFC 5545). All-day events close whole days, timed ones reduce the weekly
 * hours of `calendar`; plain yearly repetition stays yearly, any other is written out for `years` from `today`.
 * Pure and bounded: nothing in the file is fetched or executed, alarms and attachments are not looked at.
 */
export function importHolidays(
  text: string,
  { calendar, today, years = 5 }: { calendar: Calendar; today: string; years?: number },
): HolidayImport {
  const file = parsed(text);
  if (typeof file === 'string') return { holidays: [], problems: [{ event: '', reason: file }] };
  const events = file.getAllSubcomponents('vevent');
  if (events.length > MAX_EVENTS) {
    return {
      holidays: [],
      problems: [{ event: '', reason: `it has more than ${MAX_EVENTS} events` }],
    };
  }
  const horizon = { from: today, to: `${Number(today.slice(0, 4)) + years}${today.slice(4)}` };
  const days = new ClosedDays(calendar);
  const moved = movedOccurrences(events);
  const problems: HolidayImport['problems'] = [];
  for (const event of events) {
    if (event.getFirstPropertyValue('status') === 'CANCELLED') continue;
    const isMoved = event.hasProperty('recurrence-id');
    const uid = String(event.getFirstPropertyValue('uid') ?? '');
    const away = isMoved ? new Set<string>() : (moved.get(uid) ?? new Set<string>());
    let reason: string | undefined;
    try {
      reason = takeEvent(event, away, { calendar, file, horizon, days });
    } catch (cause) {
      reason = `it cannot be read: ${cause instanceof Error ? cause.message : String(cause)}`;
    }
    if (reason)
      problems.push({ event: String(event.getFirstPropertyValue('summary') ?? uid), reason });
  }
  return { holidays: days.holidays(), problems };
}

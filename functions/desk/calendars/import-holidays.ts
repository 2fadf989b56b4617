import type { Calendar, Holiday } from '../../../schemas/calendar.ts';
import { ClosedDays } from './closed-days.ts';
import { type ICalEvent, type ICalProblem, readEvents } from './ical-events.ts';
import { momentOf } from './ical-moment.ts';
import { dateOf, isPlainYearly } from './ical-repeats.ts';

const DAY = 86_400;
/** Longer ones are seasons or mistakes, not holidays. */
const MAX_DAYS = 31;

export interface HolidayImport {
  readonly holidays: Holiday[];
  readonly problems: readonly ICalProblem[];
}

/** Closes the event's days; returns why it cannot, if so. */
function close(event: ICalEvent, calendar: Calendar, days: ClosedDays): string | undefined {
  const { file, start, tzid, seconds, rule, isUneven } = event;
  const name = event.name ?? 'Holiday';
  if (seconds > MAX_DAYS * DAY) return `it lasts longer than ${MAX_DAYS} days`;
  if (start.isDate) {
    const length = Math.max(1, Math.ceil(seconds / DAY));
    const isYearly = rule !== undefined && isPlainYearly(rule, start) && !isUneven;
    for (const first of isYearly ? [start] : event.starts()) {
      const firstDay = Date.parse(dateOf(first)) / 1000 / DAY;
      for (let day = firstDay; day < firstDay + length; day++) {
        if (isYearly) days.closeYearly(new Date(day * DAY * 1000).toISOString().slice(0, 10), name);
        else days.closeDay(day, name);
      }
    }
    return undefined;
  }
  for (const time of event.starts()) {
    const from = momentOf(time, tzid, { calendarZone: calendar.timeZone, file });
    if (from === undefined) return `its time zone ${tzid ?? ''} is unknown`;
    days.closeSpan(from, from + seconds, name);
  }
  return undefined;
}

/**
 * Reads holidays from an iCalendar file (RFC 5545). All-day events close whole days, timed ones reduce the weekly
 * hours of `calendar`; plain yearly repetition stays yearly, any other is written out for `years` from `today`.
 */
export function importHolidays(
  text: string,
  { calendar, today, years = 5 }: { calendar: Calendar; today: string; years?: number },
): HolidayImport {
  const horizon = { from: today, to: `${Number(today.slice(0, 4)) + years}${today.slice(4)}` };
  const days = new ClosedDays(calendar);
  const problems = readEvents(text, horizon, (event) => close(event, calendar, days));
  return { holidays: days.holidays(), problems };
}

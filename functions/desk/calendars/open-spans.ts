import type { Calendar } from '../../../schemas/calendar.ts';
import { type HoursTable, hoursOn, hoursTable } from './hours-on.ts';
import { offsetSpans } from './zone-offset.ts';

const DAY = 86_400;

/** Open stretches of one UTC day as from, to, from, to … in epoch seconds, ascending, half-open. */
export interface OpenDay {
  readonly spans: readonly number[];
  readonly seconds: number;
}

interface Compiled {
  readonly hours: HoursTable;
  readonly days: Map<number, OpenDay>;
}

/** Memo by object: a saved version never changes, and the days go when the calendar goes. */
const compiledBy = new WeakMap<Calendar, Compiled>();

/** Ten years; a memo that has grown beyond is begun anew. */
const MEMO_DAYS = 3660;

function compiledOf(calendar: Calendar): Compiled {
  const known = compiledBy.get(calendar);
  if (known) return known;
  const made = { hours: hoursTable(calendar), days: new Map<number, OpenDay>() };
  compiledBy.set(calendar, made);
  return made;
}

/**
 * An instant is open if the wall clock then shows a time inside a window. So an hour that clocks skip is never
 * open, and one that they repeat is open twice. UTC days are cut instead of local ones because they never overlap.
 */
function cut(calendar: Calendar, hours: HoursTable, utcDay: number): OpenDay {
  const spans: number[] = [];
  for (const span of offsetSpans(calendar.timeZone, utcDay)) {
    const firstDay = Math.floor((span.from + span.offset) / DAY);
    const lastDay = Math.floor((span.to - 1 + span.offset) / DAY);
    for (let day = firstDay; day <= lastDay; day++) {
      const midnight = day * DAY - span.offset;
      for (const [opens, closes] of hoursOn(hours, day)) {
        const from = Math.max(midnight + opens, span.from);
        const to = Math.min(midnight + closes, span.to);
        if (from < to) spans.push(from, to);
      }
    }
  }
  let seconds = 0;
  for (let i = 0; i < spans.length; i += 2) seconds += (spans[i + 1] ?? 0) - (spans[i] ?? 0);
  return { spans, seconds };
}

/** Open stretches of a UTC day (days since the epoch); computed once per calendar version. */
export function openDay(calendar: Calendar, utcDay: number): OpenDay {
  const { hours, days } = compiledOf(calendar);
  const known = days.get(utcDay);
  if (known) return known;
  const made = cut(calendar, hours, utcDay);
  if (days.size >= MEMO_DAYS) days.clear();
  days.set(utcDay, made);
  return made;
}

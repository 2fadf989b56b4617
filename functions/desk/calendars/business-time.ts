import type { Calendar } from '../../../schemas/calendar.ts';
import { openDay } from './open-spans.ts';

/** A calendar, or calendar time that never stops. */
export type Hours = Calendar | '24x7';

const DAY = 86_400;

/** Open time is sought this far ahead: a day more than validation promises, twice over for leap days. */
const SEARCH_DAYS = 2 * 367;

/** Elapsed real seconds inside open windows from one instant to another (epoch seconds); 0 if `to` is not later. */
export function businessSeconds(hours: Hours, from: number, to: number): number {
  if (to <= from) return 0;
  if (hours === '24x7') return to - from;

  let sum = 0;
  for (let day = Math.floor(from / DAY); day * DAY < to; day++) {
    const { spans, seconds } = openDay(hours, day);
    const isWhole = day * DAY >= from && (day + 1) * DAY <= to;
    if (isWhole) {
      sum += seconds;
      continue;
    }
    for (let i = 0; i < spans.length; i += 2) {
      const opens = Math.max(spans[i] ?? 0, from);
      const closes = Math.min(spans[i + 1] ?? 0, to);
      if (opens < closes) sum += closes - opens;
    }
  }
  return sum;
}

/**
 * The earliest instant (epoch seconds) at which `seconds` of business time have passed since `start`; at closing
 * time rather than the next opening (sla.md rule 4). `undefined` if the calendar does not open for two years.
 */
export function dueAfter(hours: Hours, start: number, seconds: number): number | undefined {
  if (seconds <= 0) return start;
  if (hours === '24x7') return start + seconds;

  let left = seconds;
  let closedDays = 0;
  for (let day = Math.floor(start / DAY); closedDays < SEARCH_DAYS; day++) {
    const open = openDay(hours, day);
    closedDays = open.seconds > 0 ? 0 : closedDays + 1;
    if (day * DAY >= start && open.seconds < left) {
      left -= open.seconds;
      continue;
    }
    for (let i = 0; i < open.spans.length; i += 2) {
      const opens = Math.max(open.spans[i] ?? 0, start);
      const length = (open.spans[i + 1] ?? 0) - opens;
      if (length <= 0) continue;
      if (length >= left) return opens + left;
      left -= length;
    }
  }
  return undefined;
}

/** Whether the calendar is open at an instant (epoch seconds). */
export function isOpenAt(hours: Hours, at: number): boolean {
  return businessSeconds(hours, at, at + 1) === 1;
}

/** The first open instant not before `at` (epoch seconds); `undefined` if there is none in two years. */
export function nextOpen(hours: Hours, at: number): number | undefined {
  if (isOpenAt(hours, at)) return at;
  const oneSecondIn = dueAfter(hours, at, 1);
  return oneSecondIn === undefined ? undefined : oneSecondIn - 1;
}

import type { Calendar } from '../../../schemas/calendar.ts';
import { dueAfter } from './business-time.ts';

const REACH_SECONDS = 366 * 86_400;

/**
 * Why a calendar may not be saved, or `undefined`: it must open within 366 days of `now` (epoch seconds),
 * else clocks on it would never fall due (sla.md rule 3). Shapes are checked by the schema before.
 */
export function refusalOf(calendar: Calendar, now: number): string | undefined {
  const due = dueAfter(calendar, now, 1);
  if (due !== undefined && due <= now + REACH_SECONDS) return undefined;
  return `Calendar “${calendar.name}” has no open time in the next 366 days: give a weekday a window, or remove holidays that close every day.`;
}

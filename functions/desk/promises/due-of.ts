import type { RunningClock } from '../../../schemas/clock.ts';
import type { WarnPoint } from '../../../schemas/promise.ts';
import { businessSeconds, dueAfter, type Hours } from '../calendars/business-time.ts';
import type { Book } from './book.ts';

/** A stretch in which a clock ran under one calendar; `to` is absent while it still does. */
interface Stretch {
  readonly from: number;
  readonly to: number | undefined;
  readonly hours: Hours;
}

function hoursOf(ref: string, book: Book): Hours {
  if (ref === '24x7') return '24x7';
  const calendar = book.calendars.get(ref);
  if (!calendar) throw new Error(`calendar ${ref} is not in the book`);
  return calendar;
}

export function isPaused(clock: RunningClock): boolean {
  return (clock.pauses?.length ?? 0) % 2 === 1;
}

/** When the clock ran: its life without pauses, cut where the calendar changed. */
function stretchesOf(clock: RunningClock, book: Book): Stretch[] {
  const pauses = clock.pauses ?? [];
  const stretches: Stretch[] = [];
  for (let i = 0; i <= pauses.length; i += 2) {
    const from = i === 0 ? clock.start : (pauses[i - 1] ?? clock.start);
    const to = pauses[i];
    for (const [n, [since, ref]] of clock.calendars.entries()) {
      const until = clock.calendars[n + 1]?.[0];
      const cutFrom = Math.max(from, since);
      const cutTo = to === undefined ? until : Math.min(to, until ?? to);
      if (cutTo === undefined || cutFrom < cutTo) {
        stretches.push({ from: cutFrom, to: cutTo, hours: hoursOf(ref, book) });
      }
    }
  }
  return stretches;
}

/** The earliest instant at which `seconds` have been counted; `undefined` if a pause or closed hours come before. */
function momentOf(clock: RunningClock, seconds: number, book: Book): number | undefined {
  let left = seconds;
  for (const { from, to, hours } of stretchesOf(clock, book)) {
    const moment = dueAfter(hours, from, left);
    if (moment !== undefined && (to === undefined || moment <= to)) return moment;
    if (to === undefined) return undefined;
    left -= businessSeconds(hours, from, to);
  }
  return undefined;
}

export function pointName(point: WarnPoint): string {
  return 'percent' in point ? `${point.percent}%` : `${point.minutesBefore}m`;
}

/** Warn points still to come by name. Points at or before the start, warned ones and doubles in time are left out. */
function pendingOf(clock: RunningClock, due: number, warn: readonly WarnPoint[], book: Book) {
  const pending: Record<string, number> = {};
  for (const point of warn) {
    const name = pointName(point);
    const moment =
      'percent' in point
        ? momentOf(clock, Math.ceil((clock.target * point.percent) / 100), book)
        : due - point.minutesBefore * 60;
    const isUseful =
      moment !== undefined &&
      moment > clock.start &&
      moment < due &&
      clock.warned?.[name] === undefined &&
      !Object.values(pending).includes(moment);
    if (isUseful) pending[name] = moment;
  }
  return pending;
}

/**
 * Works out `due` and `pending` anew after anything that moves them. A breached clock keeps the due it broke; a
 * paused one has none, unless a shorter target was used up before the pause began.
 */
export function retime(clock: RunningClock, warn: readonly WarnPoint[], book: Book): void {
  delete clock.pending;
  if (clock.breached || clock.ended) return;
  delete clock.due;

  const due = momentOf(clock, clock.target, book);
  if (due === undefined) return;
  if (isPaused(clock) && due >= (clock.pauses?.at(-1) ?? 0)) return;
  clock.due = due;
  const pending = pendingOf(clock, due, warn, book);
  if (Object.keys(pending).length > 0) clock.pending = pending;
}

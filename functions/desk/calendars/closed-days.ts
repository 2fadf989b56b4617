import type { Calendar, Holiday, Window } from '../../../schemas/calendar.ts';
import { type DayHours, dateOfDay, hoursOn, hoursTable } from './hours-on.ts';
import { offsetAt } from './zone-offset.ts';

const DAY = 86_400;
const MAX_NAME = 120;

/** `34200` → `09:30`; windows know whole minutes, so a closing second shortens to the minute. */
function spoken(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

/** What is left of a day's hours outside `[from, to)`. */
function without(hours: DayHours, from: number, to: number): DayHours {
  return hours.flatMap(([opens, closes]) => {
    const before = [opens, Math.min(closes, from)] as const;
    const after = [Math.max(opens, to), closes] as const;
    return [before, after].filter(([a, b]) => Math.floor(a / 60) < Math.floor(b / 60));
  });
}

/** Collects what events close, day by day, and turns it into holidays of a calendar. */
export class ClosedDays {
  readonly #calendar: Calendar;
  readonly #yearly = new Map<string, Holiday>();
  readonly #once = new Map<string, { name: string; hours: DayHours }>();

  constructor(calendar: Calendar) {
    this.#calendar = calendar;
  }

  /** A whole day, every year. */
  closeYearly(date: string, name: string): void {
    const known = this.#yearly.get(date.slice(5));
    const holiday = { name: name.slice(0, MAX_NAME), date, yearly: true, windows: [] };
    this.#yearly.set(date.slice(5), known ?? holiday);
  }

  /** Part of a local day (days since the epoch), in seconds since its midnight. */
  closeDay(localDay: number, name: string, [from, to]: readonly [number, number] = [0, DAY]): void {
    const date = dateOfDay(localDay);
    const known = this.#once.get(date);
    const weekly = hoursOn({ ...hoursTable(this.#calendar), holidays: new Map() }, localDay);
    const hours = without(known?.hours ?? weekly, from, to);
    const names = known && known.name !== name ? `${known.name} / ${name}` : name;
    this.#once.set(date, { name: names.slice(0, MAX_NAME), hours });
  }

  /** Everything from one instant to another (epoch seconds), as the calendar's wall clock shows it. */
  closeSpan(from: number, to: number, name: string): void {
    const zone = this.#calendar.timeZone;
    const start = from + offsetAt(zone, from);
    const end = to + offsetAt(zone, to);
    for (let day = Math.floor(start / DAY); day * DAY < end; day++) {
      this.closeDay(day, name, [Math.max(0, start - day * DAY), Math.min(DAY, end - day * DAY)]);
    }
  }

  holidays(): Holiday[] {
    const once = [...this.#once]
      // A one-off entry beats a yearly one, and here it could only open what is closed.
      .filter(([date]) => !this.#yearly.has(date.slice(5)))
      .map(([date, { name, hours }]): Holiday => {
        const windows = hours.map(([a, b]): Window => ({ opens: spoken(a), closes: spoken(b) }));
        return { name, date, yearly: false, windows };
      });
    return [...this.#yearly.values(), ...once].sort((a, b) => a.date.localeCompare(b.date));
  }
}

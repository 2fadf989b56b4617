import type { Calendar } from '../../schemas/calendar.ts';

const DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}

/**
 * Whether a calendar is open at an instant (epoch seconds), the slow and obviously right way: ask the wall clock
 * of the zone, then look into that day's windows.
 */
export function slowlyOpen(calendar: Calendar): (at: number) => boolean {
  const format = new Intl.DateTimeFormat('sv-SE', {
    timeZone: calendar.timeZone,
    dateStyle: 'short',
    timeStyle: 'short',
  });
  const known = new Map<number, boolean>();
  return (at) => {
    const minuteOfEpoch = Math.floor(at / 60);
    const before = known.get(minuteOfEpoch);
    if (before !== undefined) return before;

    const [date = '', time = ''] = format.format(at * 1000).split(' ');
    const special =
      calendar.holidays.find((h) => !h.yearly && h.date === date) ??
      calendar.holidays.find((h) => h.yearly && h.date.slice(5) === date.slice(5));
    const weekday = DAYS[new Date(date).getUTCDay()] ?? 'sun';
    const windows = special?.windows ?? calendar.weekdays[weekday];
    const minute = minutesOf(time);
    const isOpen = windows.some(
      (w) => minutesOf(w.opens) <= minute && minute < minutesOf(w.closes),
    );
    known.set(minuteOfEpoch, isOpen);
    return isOpen;
  };
}

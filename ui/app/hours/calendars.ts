import type { Calendar, Holiday, Weekday, Window } from '../../../schemas/calendar.ts';
import { freeId } from '../settings/free-id.ts';

export const weekdays: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const workdays: readonly Weekday[] = weekdays.slice(0, 5);

export const blankCalendar = (
  calendars: readonly Calendar[],
  { name, timeZone }: Pick<Calendar, 'name' | 'timeZone'>,
): Calendar => {
  const day = (): Window[] => [{ opens: '09:00', closes: '18:00' }];
  return {
    id: freeId(calendars, 'calendar'),
    version: 1,
    name,
    timeZone,
    weekdays: { mon: day(), tue: day(), wed: day(), thu: day(), fri: day(), sat: [], sun: [] },
    holidays: [],
  };
};

/** Monday's hours from Tuesday to Friday. */
export const asMonday = (calendar: Calendar): Calendar => ({
  ...calendar,
  weekdays: {
    ...calendar.weekdays,
    ...Object.fromEntries(workdays.map((day) => [day, [...calendar.weekdays.mon]])),
  },
});

/** Hours after those there are: from where the day's last ones end, an hour at least if the day has one left. */
export const nextWindow = (windows: readonly Window[]): Window => {
  const last = windows
    .map(({ closes }) => closes)
    .toSorted()
    .at(-1);
  if (last === undefined) return { opens: '09:00', closes: '18:00' };
  const hour = Math.min(Number(last.slice(0, 2)) + 1, 23);
  const opens = `${String(hour).padStart(2, '0')}:00`;
  return { opens, closes: hour < 18 ? '18:00' : '24:00' };
};

/** What a time field shows of a closing time, and back: midnight at a day's end is `24:00`. */
export const shownClose = (closes: string): string => (closes === '24:00' ? '00:00' : closes);
export const closeOf = (shown: string): string => (shown === '00:00' ? '24:00' : shown);

const keyOf = ({ date, yearly }: Holiday): string => (yearly ? date.slice(5) : date);

/** Both lists by date; where both have a date, the newer one's word counts. */
export const mergedHolidays = (before: readonly Holiday[], more: readonly Holiday[]): Holiday[] => {
  const all = new Map([...before, ...more].map((holiday) => [keyOf(holiday), holiday]));
  return [...all.values()].toSorted((a, b) => a.date.localeCompare(b.date));
};

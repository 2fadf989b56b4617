/** The reader of iCalendar files is large and asked for a few times a year. */
export { importHolidays } from '../../desk/calendars/import-holidays.ts';
export { announcedPeaks } from '../../desk/peaks/announced.ts';

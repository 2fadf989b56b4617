/** The reader of iCalendar files is large and asked for once a year. */
export { importHolidays } from '../../desk/calendars/import-holidays.ts';

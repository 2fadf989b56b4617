/** A day from `from` at an hour, in the person's own time zone. */
const at = (from: number, days: number, hour: number): Date => {
  const date = new Date(from);
  date.setDate(date.getDate() + days);
  date.setHours(hour, 0, 0, 0);
  return date;
};

/** On a Monday that is the one in a week. */
const daysUntilMonday = (from: number): number => (8 - new Date(from).getDay()) % 7 || 7;

/** What people put tickets away for; an evening that has begun is not offered. */
export const snoozeMoments = (from: number) =>
  [
    { name: 'hour', until: new Date(from + 3_600_000) },
    { name: 'evening', until: at(from, 0, 18) },
    { name: 'tomorrow', until: at(from, 1, 9) },
    { name: 'monday', until: at(from, daysUntilMonday(from), 9) },
  ].filter(({ until }) => until.getTime() > from) as {
    name: 'hour' | 'evening' | 'tomorrow' | 'monday';
    until: Date;
  }[];

/** A moment as `<input type="datetime-local">` takes it, in the person's own time zone. */
export const forInput = (moment: number): string =>
  new Date(moment - new Date(moment).getTimezoneOffset() * 60_000).toISOString().slice(0, 16);

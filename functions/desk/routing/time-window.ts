type Window = {
  readonly zone: string;
  /** 1 (Monday) to 7. */
  readonly days: readonly number[];
  /** Minutes after midnight, half-open; a window that ends before it begins passes midnight. */
  readonly from: number;
  readonly to: number;
};

const dayNumbers: Readonly<Record<string, number>> = {
  Mon: 1,
  Tue: 2,
  Wed: 3,
  Thu: 4,
  Fri: 5,
  Sat: 6,
  Sun: 7,
};

/** Whether an instant lies in a window of local days; the part after midnight belongs to the day it began on. */
export const isInWindow = ({ zone, days, from, to }: Window, instant: string): boolean => {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(new Date(instant));
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '';
  const day = dayNumbers[part('weekday')] ?? 0;
  const minute = Number(part('hour')) * 60 + Number(part('minute'));
  if (from <= to) return days.includes(day) && minute >= from && minute < to;
  if (minute >= from) return days.includes(day);
  return minute < to && days.includes(day === 1 ? 7 : day - 1);
};

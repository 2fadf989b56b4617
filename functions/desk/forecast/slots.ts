import { offsetSpans } from '../calendars/zone-offset.ts';

/** Hours of a week. */
export const weekHours = 168;

const daySeconds = 86_400;

/** By zone and UTC day; what the names imply, and nothing else. */
const memo = new Map<string, readonly number[]>();
const mostRemembered = 2000;

/** Slots of the 24 hours of one UTC day. */
const slotsOfDay = (zone: string, utcDay: number): readonly number[] => {
  const key = `${zone}|${utcDay}`;
  const known = memo.get(key);
  if (known) return known;
  const spans = offsetSpans(zone, utcDay);
  const slots = Array.from({ length: 24 }, (_, hour) => {
    const at = utcDay * daySeconds + hour * 3600;
    const { offset } = spans.find(({ from, to }) => from <= at && at < to) ?? { offset: 0 };
    return Math.floor((at + offset) / 3600) % weekHours;
  });
  if (memo.size >= mostRemembered) memo.clear();
  memo.set(key, slots);
  return slots;
};

/**
 * Which hour of the week the wall clock of a zone shows: 0 to 167, days of 24 from one midnight on, Thursday first (the
 * epoch's). People write by their own clock, so a week before and a week after the clocks change are alike here and an
 * hour apart in UTC. `hour` counts from the epoch.
 */
export const slotOf = (zone: string, hour: number): number =>
  slotsOfDay(zone, Math.floor(hour / 24))[hour % 24] ?? 0;

/** The day of the desk's calendar an hour belongs to, in days since the epoch. */
export const deskDayOf = (zone: string, hour: number): number => {
  // Slots and local days turn at the same midnight; the local day is the UTC day or its neighbor.
  const utcDay = Math.floor(hour / 24);
  const weekday = Math.floor(slotOf(zone, hour) / 24);
  return [utcDay - 1, utcDay, utcDay + 1].find((day) => day % 7 === weekday) ?? utcDay;
};

/** The epoch hours of one of the desk's days, `2026-11-22`: 24 of them, 23 or 25 when the clocks change. */
export const hoursOfDeskDay = (zone: string, day: string): readonly number[] => {
  const utcDay = Math.round(Date.parse(day) / (daySeconds * 1000));
  // Zones lie between 12 hours behind and 14 hours ahead of UTC.
  return Array.from({ length: 50 }, (_, index) => utcDay * 24 - 14 + index).filter(
    (hour) => deskDayOf(zone, hour) === utcDay,
  );
};

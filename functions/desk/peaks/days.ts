/** Days are UTC's, `2026-11-22`, unless their name says that they are the desk's. */
export const dayOf = (instant: string): string => instant.slice(0, 10);

export const hourOfDay = (instant: string): number => Number(instant.slice(11, 13));

const dayMs = 86_400_000;

export const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * dayMs).toISOString().slice(0, 10);

/** From the first to the last, both included. */
export const daysBetween = (first: string, last: string): readonly string[] =>
  Array.from(
    { length: Math.max(0, Math.round((Date.parse(last) - Date.parse(first)) / dayMs) + 1) },
    (_, index) => dayAfter(first, index),
  );

/** Epoch hours: instants ÷ 3,600,000, whole. */
export const epochHour = (instant: string): number => Math.floor(Date.parse(instant) / 3_600_000);

export const instantOfHour = (hour: number): string => new Date(hour * 3_600_000).toISOString();

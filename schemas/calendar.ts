import * as z from 'zod';
import { Slug } from './primitives.ts';

/** A local date without zone, `2026-12-25`; impossible dates such as February 30 are refused. */
export const LocalDate = z.iso.date();

/** Hours of one day by the wall clock, half-open: `opens` belongs to it, `closes` (up to `24:00`) does not. */
export const Window = z
  .object({
    opens: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time such as 09:00'),
    closes: z
      .string()
      .regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, 'a time such as 17:00, at most 24:00'),
  })
  .refine(
    (w) => w.opens < w.closes,
    'closes after it opens; a window past midnight is two windows',
  );
export type Window = z.infer<typeof Window>;

/** Windows of one day in any order; touching is allowed, overlapping is not. */
const Windows = z
  .array(Window)
  .max(24)
  .refine((windows) => {
    const sorted = windows.toSorted((a, b) => a.opens.localeCompare(b.opens));
    return sorted.every((w, i) => i === 0 || (sorted[i - 1]?.closes ?? '') <= w.opens);
  }, 'windows of one day do not overlap');

/** A day with other hours than its weekday: none (whole-day), or reduced windows. */
export const Holiday = z.object({
  name: z.string().min(1).max(120),
  /** In the calendar's zone. */
  date: LocalDate,
  /** Every year on the same month and day (February 29 in leap years only). A one-off entry beats a yearly one. */
  yearly: z.boolean(),
  windows: Windows,
});
export type Holiday = z.infer<typeof Holiday>;

/** An IANA time zone the runtime knows; fixed offsets such as `+03:00` are no zones and are refused. */
export const TimeZone = z
  .string()
  .max(60)
  .regex(/^[A-Za-z]/, 'a time zone such as Europe/Berlin')
  .refine((zone) => {
    try {
      return new Intl.DateTimeFormat('en-US', { timeZone: zone }).resolvedOptions().timeZone !== '';
    } catch {
      return false;
    }
  }, 'a time zone such as Europe/Berlin');

export const Weekday = z.enum(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']);
export type Weekday = z.infer<typeof Weekday>;

/** When people work. Saved versions are kept: running clocks go on with the version they started with. */
export const Calendar = z.object({
  id: Slug,
  version: z.number().int().min(1),
  name: z.string().min(1).max(120),
  timeZone: TimeZone,
  weekdays: z.record(Weekday, Windows),
  holidays: z
    .array(Holiday)
    .max(1000)
    .refine((all) => {
      const keys = all.map((h) => (h.yearly ? h.date.slice(5) : h.date));
      return new Set(keys).size === keys.length;
    }, 'one entry per date'),
});
export type Calendar = z.infer<typeof Calendar>;

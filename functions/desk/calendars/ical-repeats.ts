import type ICAL from 'ical.js';

/** Occurrences are looked for this often at most, whatever a rule says. */
const MAX_STEPS = 2000;

/** What a rule may say: holidays repeat by the year. */
const KNOWN_PARTS = new Set([
  'freq',
  'interval',
  'count',
  'until',
  'bymonth',
  'bymonthday',
  'byday',
  'wkst',
]);

export interface Horizon {
  /** First and last day of interest, `2026-11-22`. */
  readonly from: string;
  readonly to: string;
}

/** Days of every month in a leap year. */
const LENGTHS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** A rule that never matches would be searched for thousands of years. */
function canMatch(rule: ICAL.Recur): boolean {
  const months: number[] = rule.getComponent('BYMONTH').map(Number);
  const days: number[] = rule.getComponent('BYMONTHDAY').map(Number);
  const weekdays: string[] = rule.getComponent('BYDAY').map(String);
  const lengths = months.map((month) => LENGTHS[month - 1] ?? 0);
  const longest = Math.max(...(lengths.length > 0 ? lengths : [31]));
  const hasDay = days.length === 0 || days.some((day) => day !== 0 && Math.abs(day) <= longest);
  return hasDay && weekdays.every((day) => Math.abs(Number.parseInt(day, 10) || 0) <= 5);
}

/** Why a rule is not taken, or `undefined`. */
export function ruleRefusal(rule: ICAL.Recur): string | undefined {
  const parts = Object.keys(rule.toJSON());
  if (rule.freq !== 'YEARLY') return 'it repeats, but not yearly';
  const odd = parts.find((part) => !KNOWN_PARTS.has(part.toLowerCase()));
  if (odd) return `its rule uses ${odd.toUpperCase()}, which holidays do not need`;
  const weekdays: unknown[] = rule.getComponent('BYDAY');
  if (weekdays.length > 0 && rule.getComponent('BYMONTH').length === 0) {
    return 'its rule counts weekdays without naming a month';
  }
  if (!canMatch(rule)) return 'its rule names a day that its months do not have';
  return undefined;
}

/** A rule that says no more than "every year on this day". */
export function isPlainYearly(rule: ICAL.Recur, start: ICAL.Time): boolean {
  const months: unknown[] = rule.getComponent('BYMONTH');
  const days: unknown[] = rule.getComponent('BYMONTHDAY');
  return (
    rule.interval === 1 &&
    !rule.isFinite() &&
    rule.getComponent('BYDAY').length === 0 &&
    months.every((month) => month === start.month) &&
    days.every((day) => day === start.day)
  );
}

/** `2026-12-25` */
export function dateOf(time: ICAL.Time): string {
  return time.toString().slice(0, 10);
}

/** Starts of a repeating event within the horizon. */
export function repeatsOf(rule: ICAL.Recur, start: ICAL.Time, { from, to }: Horizon): ICAL.Time[] {
  const months: unknown[] = rule.getComponent('BYMONTH');
  const days: number[] = rule.getComponent('BYMONTHDAY').map(Number);
  const found: ICAL.Time[] = [];
  const steps = rule.iterator(start);
  for (let i = 0; i < MAX_STEPS; i++) {
    const next = steps.next();
    if (!next || dateOf(next) > to) break;
    // The library turns February 30 into March 2 instead of leaving it out (RFC 5545 §3.3.10).
    const isReal =
      (months.length === 0 || months.includes(next.month)) &&
      (days.length === 0 || days.some((day) => day < 0 || day === next.day));
    if (isReal && dateOf(next) >= from) found.push(next.clone());
  }
  return found;
}

import type { Language } from '../../schemas/primitives.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** What Intl accepts: systems have been seen to offer `en-US@posix`. */
const isLocale = (text: string) => /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(text);

/** The person's own kind of a language, such as `en-GB` with its 24 hours; else the language alone. */
export const localeOf = (language: Language, wanted: readonly string[]): string =>
  wanted.find((locale) => isLocale(locale) && locale.split('-')[0] === language) ?? language;

const locale = (language: Language) => localeOf(language, globalThis.navigator?.languages ?? []);

/** A span in its largest unit: `5 min`, `3 h`, `2 d`; seconds are not worth showing. */
export const spanText = (milliseconds: number, language: Language): string => {
  const abs = Math.abs(milliseconds);
  const [value, unit]: [number, string] =
    abs < hour - minute / 2
      ? [Math.max(1, Math.round(abs / minute)), 'minute']
      : abs < 2 * day
        ? [Math.round(abs / hour), 'hour']
        : [Math.round(abs / day), 'day'];
  return new Intl.NumberFormat(locale(language), {
    style: 'unit',
    unit,
    unitDisplay: 'short',
  }).format(value);
};

/** A day without a time: `2026-11-20` as a person writes it. */
export const dayText = (date: string, language: Language): string =>
  new Intl.DateTimeFormat(locale(language), { dateStyle: 'medium', timeZone: 'UTC' }).format(
    new Date(`${date}T00:00:00Z`),
  );

/** A length as players write it: `0:42`, `61:05`. */
export const durationText = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(Math.round(seconds) % 60).padStart(2, '0')}`;

/** `10:42` today, `Mon 10:42` within a week, else the date. */
export const momentText = (iso: string, now: number, language: Language): string => {
  const at = new Date(iso);
  const age = now - at.getTime();
  const isToday = new Date(now).toDateString() === at.toDateString();
  const options: Intl.DateTimeFormatOptions = isToday
    ? { hour: '2-digit', minute: '2-digit' }
    : Math.abs(age) < 6 * day
      ? { weekday: 'short', hour: '2-digit', minute: '2-digit' }
      : {
          day: 'numeric',
          month: 'short',
          ...(Math.abs(age) > 300 * day ? { year: 'numeric' } : {}),
        };
  return new Intl.DateTimeFormat(locale(language), options).format(at);
};

/** Everything, for a tooltip. */
export const fullMomentText = (iso: string, language: Language): string =>
  new Intl.DateTimeFormat(locale(language), { dateStyle: 'full', timeStyle: 'medium' }).format(
    new Date(iso),
  );

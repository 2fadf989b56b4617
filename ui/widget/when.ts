type Words = { readonly today: string; readonly yesterday: string };

const dayOf = (at: Date) => `${at.getFullYear()}-${at.getMonth()}-${at.getDate()}`;

export const timeOf = (at: string, locale: string): string =>
  new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: '2-digit' }).format(new Date(at));

/** `Today`, `Yesterday`, `3 November`, in the visitor's own time zone. */
export function dayLabel(
  at: string,
  now: Date,
  { locale, words }: { locale: string; words: Words },
): string {
  const day = new Date(at);
  if (dayOf(day) === dayOf(now)) return words.today;
  const before = new Date(now.getFullYear(), now.getMonth(), now.getDate() - 1);
  if (dayOf(day) === dayOf(before)) return words.yesterday;
  return new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'long',
    ...(day.getFullYear() !== now.getFullYear() && { year: 'numeric' }),
  }).format(day);
}

export const isSameDay = (a: string, b: string): boolean =>
  dayOf(new Date(a)) === dayOf(new Date(b));

/** When the desk is back: the time alone if it is today, else with the weekday; further off the date. */
export function backAt(at: string, now: Date, locale: string): string {
  const day = new Date(at);
  const isToday = dayOf(day) === dayOf(now);
  const isThisWeek = day.getTime() - now.getTime() < 6 * 86_400_000;
  const time = { hour: 'numeric', minute: '2-digit' } as const;
  return new Intl.DateTimeFormat(locale, {
    ...time,
    ...(!isToday && (isThisWeek ? { weekday: 'long' } : { day: 'numeric', month: 'long' })),
  }).format(day);
}

/** `512 byte`, `12 kB`, `3 MB` as the language writes it. */
export function sizeOf(bytes: number, locale: string): string {
  const [unit, amount] =
    bytes < 1000
      ? (['byte', bytes] as const)
      : bytes < 1_000_000
        ? (['kilobyte', bytes / 1000] as const)
        : (['megabyte', bytes / 1_000_000] as const);
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit,
    maximumFractionDigits: amount < 10 ? 1 : 0,
  }).format(amount);
}

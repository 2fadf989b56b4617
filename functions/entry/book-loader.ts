import type { Calendar } from '../../schemas/calendar.ts';
import type { ServicePromise } from '../../schemas/promise.ts';
import type { Ticket } from '../../schemas/ticket.ts';
import { type Book, bookOf, referencesOf } from '../desk/promises/book.ts';
import { defaultCalendars, defaultPromises } from '../desk/promises/defaults.ts';
import type { DeskStore } from '../desk/settings-stores.ts';

export type BookLoader = (ticket: Pick<Ticket, 'clocks'>) => Promise<Book>;

/**
 * Loads the saved versions a ticket's clocks were started with. A version never changes, so those seen once are
 * kept for the life of the environment. On a desk that never edited them the first versions are the defaults.
 */
export const newBookLoader = (
  desk: Pick<DeskStore, 'loadPinned'>,
  { timeZone }: { readonly timeZone: string },
): BookLoader => {
  const defaults = bookOf(defaultPromises, defaultCalendars(timeZone));
  const promises = new Map<string, ServicePromise>();
  const calendars = new Map<string, Calendar>();
  return async ({ clocks }) => {
    if (!clocks?.use) return defaults;
    const wanted = referencesOf(clocks);
    const missing = {
      promises: wanted.promises.filter((ref) => !promises.has(ref)),
      calendars: wanted.calendars.filter((ref) => !calendars.has(ref)),
    };
    if (missing.promises.length + missing.calendars.length > 0) {
      const loaded = await desk.loadPinned(missing);
      const stored = bookOf(loaded.promises, loaded.calendars);
      for (const ref of missing.promises)
        remember(promises, ref, stored.promises, defaults.promises);
      for (const ref of missing.calendars)
        remember(calendars, ref, stored.calendars, defaults.calendars);
    }
    return { promises, calendars };
  };
};

const remember = <Version>(
  known: Map<string, Version>,
  ref: string,
  ...sources: readonly ReadonlyMap<string, Version>[]
): void => {
  const version = sources.map((source) => source.get(ref)).find((found) => found !== undefined);
  if (version !== undefined) known.set(ref, version);
};

import { defaultLines } from '../../functions/desk/defaults/lines.ts';
import { defaultTiers } from '../../functions/desk/defaults/tiers.ts';
import { defaultTopics } from '../../functions/desk/defaults/topics.ts';
import { bookOf } from '../../functions/desk/promises/book.ts';
import { defaultCalendars, defaultPromises } from '../../functions/desk/promises/defaults.ts';
import type { DispatchDesk } from '../../functions/desk/tickets/dispatch.ts';

/** The desk a new installation starts from, in UTC. */
export const aDesk = (over: Partial<DispatchDesk> = {}): DispatchDesk => ({
  name: 'Kopilka',
  language: 'en',
  topics: defaultTopics,
  lines: defaultLines,
  tiers: defaultTiers,
  peaks: [],
  promises: defaultPromises,
  calendars: defaultCalendars('UTC'),
  ...over,
});

export const aBook = () => bookOf(defaultPromises, defaultCalendars('UTC'));

import type { DeskSettings } from '../../../schemas/settings.ts';
import { ourMailOf } from '../../channels/mail/our-mail.ts';
import { defaultLines } from '../../desk/defaults/lines.ts';
import { defaultTiers } from '../../desk/defaults/tiers.ts';
import { defaultTopics } from '../../desk/defaults/topics.ts';
import { defaultCalendars, defaultPromises } from '../../desk/promises/defaults.ts';
import type { RuleBook } from '../../desk/routing/route-message.ts';
import type { DispatchDesk } from '../../desk/tickets/dispatch.ts';
import { describedTopics } from '../../entry/desk-topics.ts';
import type { OurMail } from '../../mail/mail-context.ts';

/** The desk in whose name files are explained: its settings, and what a new desk's lists say. */
export type ExplainingDesk = DispatchDesk &
  Pick<DeskSettings, 'connections' | 'reopenDays'> & {
    readonly our: OurMail;
    readonly book: RuleBook;
  };

/** Without signing secrets, references that only they prove are not found. */
export const explainingDesk = (
  settings: DeskSettings,
  secrets: readonly string[],
): ExplainingDesk => ({
  name: settings.name,
  language: settings.language,
  topics: describedTopics(defaultTopics, settings.topics),
  lines: defaultLines,
  tiers: defaultTiers,
  peaks: [],
  promises: defaultPromises,
  calendars: defaultCalendars(settings.timeZone),
  connections: settings.connections,
  book: { rules: { mode: 'first', rules: [] }, version: 0, matches: () => false },
  reopenDays: settings.reopenDays,
  our: ourMailOf(settings, secrets),
});

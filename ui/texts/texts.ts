import { computed, signal } from '@preact/signals';
import type { ChannelKind, Language, Priority } from '../../schemas/primitives.ts';
import type { TicketGroup, TicketStatus } from '../../schemas/ticket.ts';
import type { DeliveryState } from '../../schemas/timeline.ts';
import { language } from '../state/preferences.ts';
import type { ConversationTexts } from './conversation/conversation-texts.ts';
import type { CustomerTexts } from './customers/customer-texts.ts';
import type { LineTexts } from './lines/line-texts.ts';
import type { MailTexts } from './mail/mail-texts.ts';
import type { PeopleTexts } from './people/people-texts.ts';
import type { PresenceTexts } from './presence/presence-texts.ts';
import type { ReachTexts } from './reach/reach-texts.ts';
import type { ViewTexts } from './views/view-texts.ts';

type Say = (value: string) => string;
type Words<K extends string> = Record<K, string>;

/** Everything the screens say. A language is a file of this shape; a missing sentence does not compile. */
export type Texts = {
  app: Words<
    | 'loading'
    | 'unreachable'
    | 'unreachableHint'
    | 'tryAgain'
    | 'refused'
    | 'signInTitle'
    | 'signIn'
    | 'signOut'
    | 'reconnecting'
    | 'skip'
    | 'menu'
    | 'close'
    | 'undo'
    | 'notFound'
    | 'signInFailed'
  >;
  nav: Words<
    | 'main'
    | 'next'
    | 'nextHint'
    | 'noneLeft'
    | 'mine'
    | 'postponed'
    | 'queues'
    | 'people'
    | 'team'
    | 'peaks'
    | 'undeliverable'
    | 'settings'
    | 'connections'
    | 'letters'
    | 'ailing'
    | 'paused'
  > & { oldest: Say; waiting: (n: number) => string; breached: (n: number) => string };
  list: Words<
    'more' | 'unassigned' | 'you' | 'changed' | 'refresh' | 'pause' | 'resume' | 'pausedHint'
  > & { groups: Words<TicketGroup>; empty: Words<TicketGroup | 'mine'> };
  due: Record<'in' | 'late' | 'waits' | 'snoozed', Say>;
  status: Words<TicketStatus>;
  priority: Words<Priority>;
  channel: Words<ChannelKind>;
  ticket: Words<
    | 'back'
    | 'claim'
    | 'takeOver'
    | 'nobody'
    | 'topic'
    | 'priority'
    | 'older'
    | 'quoted'
    | 'unquoted'
    | 'whole'
    | 'html'
    | 'plain'
    | 'noImages'
    | 'holder'
    | 'wholeSubject'
    | 'raw'
    | 'files'
    | 'customer'
    | 'history'
    | 'noHistory'
    | 'identities'
    | 'verified'
    | 'unverified'
    | 'note'
    | 'gone'
    | 'notSpam'
  > & {
    assignedTo: Say;
    why: Record<
      'rule' | 'form' | 'connection' | 'keyword' | 'fallback' | 'agent' | 'follow-up' | 'learned',
      Say
    >;
    followUpOf: Say;
    followedUpBy: Say;
    flags: Record<string, string>;
    kinds: Record<string, string>;
  };
  delivery: Words<DeliveryState | 'resend' | 'resent' | 'reuse'>;
  said: ConversationTexts;
  reach: ReachTexts;
  customers: CustomerTexts;
  presence: PresenceTexts;
  lines: LineTexts;
  views: ViewTexts;
  actions: Words<
    'title' | 'more' | 'wait' | 'hold' | 'snooze' | 'move' | 'close' | 'reopen' | 'spam'
  > & {
    done: Words<'waiting' | 'on_hold' | 'closed' | 'open' | 'spam' | 'claimed' | 'released'> &
      Record<'snoozed' | 'moved' | 'priority', Say>;
  };
  snooze: Words<'title' | 'hour' | 'evening' | 'tomorrow' | 'monday' | 'custom' | 'save'> & {
    passesDue: Say;
  };
  compose: Words<
    | 'reply'
    | 'noteTab'
    | 'notePlaceholder'
    | 'replyPlaceholder'
    | 'send'
    | 'addNote'
    | 'afterLabel'
    | 'attach'
    | 'outdated'
    | 'newer'
    | 'modes'
    | 'filesFailed'
    | 'retry'
    | 'sent'
    | 'noted'
    | 'empty'
  > & {
    replyTo: Say;
    after: Words<'waiting' | 'closed' | 'open'>;
    remove: Say;
    uploading: Say;
    tooLarge: (name: string, megabytes: string) => string;
    emptyFile: Say;
    uploadFailed: Say;
    held: Say;
  };
  mail: MailTexts;
  events: Record<
    | 'opened'
    | 'routed'
    | 'claimed'
    | 'released'
    | 'waiting'
    | 'on-hold'
    | 'woken'
    | 'closed'
    | 'reopened'
    | 'marked-spam'
    | 'not-spam'
    | 'warned'
    | 'breached'
    | 'delivery-failed'
    | 'resent'
    | 'follow-up'
    | 'muted'
    | 'blocked'
    | 'unblocked'
    | 'started'
    | 'lapsed'
    | 'reminded',
    Say
  > & {
    promise: (who: string, to: string) => string;
    overflowed: (from: string, to: string) => string;
    escalated: (who: string, from: string, to: string) => string;
    returned: (who: string, from: string, to: string) => string;
    assigned: (who: string, to: string) => string;
    moved: (who: string, from: string, to: string) => string;
    snoozed: (who: string, until: string) => string;
    priority: (who: string, to: string) => string;
  };
  alerts: Words<'title' | 'late' | 'dismiss'> &
    Record<'warned' | 'breached' | 'muted', Say> & { more: (count: number) => string };
  people: PeopleTexts;
  settings: Words<'language' | 'theme'> & { themes: Words<'system' | 'light' | 'dark'> };
  keys: { title: string; areOn: string; list: readonly (readonly [string, string])[] };
  problems: Words<'offline' | 'changed' | 'unexpected'> & {
    reference: Say;
    /** Sentences of the API by its stable code, where it speaks another language than this. */
    sentences: Readonly<Record<string, string>>;
  };
  request: Words<
    | 'title'
    | 'choose'
    | 'change'
    | 'name'
    | 'email'
    | 'emailHint'
    | 'text'
    | 'textHint'
    | 'optional'
    | 'files'
    | 'filesHint'
    | 'send'
    | 'sending'
    | 'thanks'
    | 'another'
    | 'required'
    | 'invalidEmail'
    | 'failed'
  > & { expected: Say; thanksHint: Say };
};

/** Names of languages in themselves. */
export const languageNames: Record<Language, string> = { en: 'English', ru: 'Русский' };

/** A language is loaded when somebody wants it: nobody reads two at once. */
const load: Record<Language, () => Promise<Texts>> = {
  en: async () => (await import('./en.ts')).en,
  ru: async () => (await import('./ru.ts')).ru,
};

const shown = signal<Texts | undefined>(undefined);

/** The texts in the person's language; reading `.value` while rendering keeps the screen in it. */
export const texts = computed<Texts>(() => {
  if (!shown.value) throw new Error('The texts are read before the first screen is drawn.');
  return shown.value;
});

/** Shows the language of the preferences. One that cannot be loaded leaves the screen in the one before. */
const follow = async (): Promise<void> => {
  const wanted = language.value;
  const read = await load[wanted]();
  if (language.value === wanted) shown.value = read;
};

/** Loads the texts, and others when the person chooses another language. Rejects when the first cannot be loaded. */
export const readTexts = async (): Promise<void> => {
  await follow();
  language.subscribe(() => void follow().catch(() => undefined));
};

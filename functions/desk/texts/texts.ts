import type { Language } from '../../../schemas/primitives.ts';
import type { AlertLine } from '../alerts/digest.ts';
import { en } from './en.ts';
import { ru } from './ru.ts';

/** A length of time promised to a customer; `workingDaySeconds` when it counts open hours of such days only. */
export type Expected = { readonly seconds: number; readonly workingDaySeconds?: number };

/** Everything the desk itself says to people outside the app. A language is a file of this shape. */
export type DeskTexts = {
  readonly expected: (expected: Expected) => string;
  readonly acknowledgement: (facts: {
    name: string;
    number: number;
    desk: string;
    expected: string | undefined;
    /** Why it takes longer just now. */
    notice?: string | undefined;
    /** What is known already about what they ask; a person is named behind it all the same. */
    answer?: string | undefined;
    /** One sentence in a window that is open, not a letter. */
    isChat: boolean;
  }) => { subject: string; text: string };
  readonly alert: (facts: {
    kind: 'warned' | 'breached' | 'muted';
    number: number;
    subject: string;
    topic: string;
    /** Written out for a reader. */
    dueAt: string;
    isLate: boolean;
    /** First words of the newest message. */
    said: string;
    url: string;
  }) => { subject: string; text: string };
  /** One alert in a line: in a list of many, in a chat. `dueAt` is written out, `subject` is one line. */
  readonly alertLine: (
    facts: Pick<AlertLine, 'kind' | 'number' | 'subject' | 'topic' | 'dueAt'>,
  ) => string;
  /** Many alerts of one minute: `lines` as above with their links; `more` did not fit. */
  readonly alertList: (facts: {
    count: number;
    late: number;
    lines: readonly string[];
    more: number;
    url: string;
  }) => { subject: string; text: string };
  /** What "send me a test" sends over a connection. */
  readonly connectionTest: (facts: { name: string }) => { subject: string; text: string };
  /** The page behind List-Unsubscribe. */
  readonly unsubscribe: (facts: {
    desk: string;
  }) => Record<'asked' | 'button' | 'done' | 'failed', string>;
  /** Above the history quoted in an answer by mail. */
  readonly quoteHeader: (facts: { name: string; at: string }) => string;
  readonly unsupported: string;
  /** Heading of a form's fields in the ticket. */
  readonly formFields: string;
};

const all: Readonly<Record<Language, DeskTexts>> = { en, ru };

/** The language's texts; the desk's own language serves those who did not say. */
export const textsFor = (language: Language | undefined, fallback: Language): DeskTexts =>
  all[language ?? fallback];

import type { Reach } from '../../../schemas/api/views.ts';

type Words<K extends string> = Record<K, string>;
type Say = (value: string) => string;
type Closed = Exclude<Reach['state'], 'open'>;

/** What the reply box says before anybody writes: where the answer goes, and what to do when it cannot. */
export type ReachTexts = Words<
  | 'to'
  | 'copyTo'
  | 'chooseTemplate'
  | 'chooseOther'
  | 'justClosed'
  | 'noOther'
  | 'sendTemplate'
  | 'freeText'
  | 'templateName'
  | 'templateNameHint'
  | 'templateLanguage'
  | 'templateLanguageHint'
  | 'templateText'
  | 'templateTextHint'
  | 'parameters'
  | 'addParameter'
  | 'recent'
  | 'unfinished'
  | 'preview'
> & {
  closes: Say;
  personUntil: Say;
  state: Words<Closed>;
  /** What is told, by channel name; what to do follows by what is possible. */
  why: Record<Closed, Say>;
  waitForThem: Say;
  answerBy: (channel: string, address: string) => string;
  parameter: (number: number) => string;
  removeParameter: (number: number) => string;
  count: (written: number, max: number) => string;
  parts: (count: number) => string;
  sms: (count: number, left: number) => string;
  /** A character outside of GSM 03.38 makes every part shorter. */
  dearer: Say;
  tooManyParts: (count: number, max: number) => string;
  noFiles: Say;
  fileTooLarge: (file: string, channel: string, megabytes: string) => string;
};

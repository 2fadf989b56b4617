import type { Suppressed } from '../../../schemas/suppressed.ts';
import type { Held } from '../../../schemas/ticket.ts';

type Words<K extends string> = Record<K, string>;

/** Words of the pages about mail: what is held apart, who is blocked, whom SES no longer reaches. */
export type MailTexts = {
  quarantine: Words<
    | 'title'
    | 'hint'
    | 'held'
    | 'blocked'
    | 'empty'
    | 'emptyHint'
    | 'choose'
    | 'more'
    | 'release'
    | 'releaseHint'
    | 'block'
    | 'open'
    | 'back'
    | 'from'
    | 'files'
    | 'filesHint'
    | 'filesWithheld'
    | 'noText'
    | 'marked'
  > & {
    why: Record<Held, string>;
    /** What the reason means for who decides. */
    meaning: Record<Held | 'marked', string>;
    released: (number: number) => string;
  };
  blocking: Words<
    | 'title'
    | 'address'
    | 'domain'
    | 'reason'
    | 'reasonHint'
    | 'confirm'
    | 'hint'
    | 'empty'
    | 'add'
    | 'pattern'
    | 'patternHint'
    | 'unblock'
    | 'wrongPattern'
  > & {
    blocked: (pattern: string) => string;
    unblocked: (pattern: string) => string;
    byWhom: (name: string, moment: string) => string;
  };
  suppression: Words<
    | 'title'
    | 'hint'
    | 'empty'
    | 'emptyHint'
    | 'remove'
    | 'add'
    | 'address'
    | 'addHint'
    | 'more'
    | 'confirmTitle'
    | 'confirmText'
  > & {
    reasons: Record<Suppressed['reason'], string>;
    removed: (address: string) => string;
    added: (address: string) => string;
    since: (moment: string) => string;
  };
  images: Words<'show' | 'hint' | 'loading' | 'someMissing'>;
  invitation: Words<'request' | 'cancel' | 'reply' | 'other' | 'where' | 'who'>;
};

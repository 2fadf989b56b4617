import type { Call, Delivery } from '../../../schemas/timeline.ts';

import type { PaperTexts } from './paper-texts.ts';

type Words<K extends string> = Record<K, string>;
type Say = (value: string) => string;

/** What the screens say about things said: edits, reactions, calls, places, files. */
export type ConversationTexts = Words<
  | 'edited'
  | 'withdrawnByCustomer'
  | 'withdrawnByUs'
  | 'filesDropped'
  | 'inReplyTo'
  | 'earlier'
  | 'noWords'
  | 'place'
  | 'openMap'
  | 'play'
  | 'listen'
  | 'template'
  | 'edit'
  | 'saveEdit'
  | 'cancelEdit'
  | 'editedNow'
  | 'editHint'
  | 'openFile'
  | 'tryFileAgain'
  | 'fileGone'
  | 'echo'
  | 'isTyping'
  | 'isHere'
  | 'isAway'
> & {
  paper: PaperTexts;
  /** How far a changed wording got. */
  editState: Record<NonNullable<Delivery['edit']>['state'], string>;
  wordings: (count: number) => string;
  /** Until when a wording stood. */
  until: Say;
  reacted: Record<'customer' | 'agent', Say>;
  call: {
    title: Record<Call['direction'], string>;
    state: Record<Call['state'], string>;
    withheld: string;
    withAgent: Say;
    lasted: Say;
    waited: Say;
    callBack: Say;
    cannotCallBack: string;
    transcript: string;
  };
  /** Lines that a channel puts for what cannot be shown, by their first words in `functions`. */
  left: Record<
    | 'unsupported'
    | 'file could not be fetched'
    | 'file too big for the bot API'
    | 'file too large'
    | 'file with a virus, not kept'
    | 'file could not be scanned, not kept'
    | 'file only in the original',
    Say
  >;
};

import type { LetterState } from '../../../schemas/letter.ts';

type Words<K extends string> = Record<K, string>;
type Say = (value: string) => string;

/** Words about letters on a ticket: one that a clerk entered, and the paper of one of ours. */
export type PaperTexts = Words<
  | 'confidential'
  | 'making'
  | 'openFile'
  | 'tracking'
  | 'trackingHint'
  | 'trackingOptional'
  | 'save'
  | 'noted'
> & {
  number: Say;
  arrived: Say;
  postmarked: Say;
  enteredBy: Say;
  state: Record<LetterState, Say>;
  trackedAs: Say;
  action: Words<'print' | 'post' | 'deliver' | 'return'>;
};

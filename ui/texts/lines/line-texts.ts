type Words<K extends string> = Record<K, string>;
type Say = (value: string) => string;

/** Words about lines and who is answered first: passing on, what is held for a while, standing, peaks, what waits. */
export type LineTexts = Words<
  | 'escalate'
  | 'giveBack'
  | 'escalateTitle'
  | 'line'
  | 'summary'
  | 'summaryHint'
  | 'summaryMissing'
  | 'send'
  | 'sendBack'
  | 'cancel'
  | 'holdOver'
  | 'thenQueue'
  | 'move'
  | 'ignore'
  | 'tier'
  | 'standard'
  | 'manager'
  | 'noManager'
  | 'standing'
  | 'standingSaved'
  | 'standingChanged'
> & {
  escalateTo: Say;
  returnTitle: Say;
  escalated: Say;
  returned: Say;
  handedOver: (who: string, from: string, to: string) => string;
  holdMine: (moment: string, span: string) => string;
  holdOf: (name: string, moment: string, span: string) => string;
  thenTo: Say;
  /** Events, by why the desk did it. */
  assigned: Record<'push' | 'manager' | 'substitute', Say>;
  absent: Say;
  openAgain: (from: string, to: string) => string;
  why: Record<'claimed' | 'pushed' | 'managed', string>;
  suggestion: (topic: string, percent: string) => string;
  managerIs: Say;
  peakOn: (name: string, until: string) => string;
  /** Nothing more today, or just now: by what is full. */
  enough: Record<'perDay' | 'tickets' | 'chats', string>;
  noneForYou: (n: number, lines: string) => string;
};

import type { CustomerSuggestion } from '../../../schemas/api/customers.ts';

type Words<K extends string> = Record<K, string>;
type Say = (value: string) => string;

/** Words about who somebody is over channels. */
export type CustomerTexts = Words<
  | 'blocked'
  | 'maybeSame'
  | 'merged'
  | 'merge'
  | 'mergeWith'
  | 'mergeHint'
  | 'byTicket'
  | 'ticketNumber'
  | 'look'
  | 'samePerson'
  | 'part'
  | 'partHint'
  | 'cancel'
  | 'moreTickets'
  | 'sameName'
  | 'historyFailed'
> & {
  reason: Record<CustomerSuggestion['reason'], Say>;
  mergeTitle: Say;
  partTitle: Say;
  didMerge: Say;
  didPart: Say;
  blockedSince: Say;
  hidden: (n: number) => string;
};

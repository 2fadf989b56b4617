import type { ConnectionHealth, ConnectionTest } from '../../../schemas/connection-health.ts';

type Words<K extends string> = Record<K, string>;
type Say = (value: string) => string;

/** Words of the page of connections; loaded with it. */
export type ConnectionTexts = Words<
  | 'title'
  | 'hint'
  | 'none'
  | 'checkNow'
  | 'checking'
  | 'sendTest'
  | 'testTitle'
  | 'testHint'
  | 'send'
  | 'hookAddress'
  | 'copy'
  | 'copied'
  | 'notCopied'
  | 'guide'
  | 'never'
  | 'stale'
  | 'nothingToCheck'
> & {
  testAddress: Words<'phone' | 'chat'>;
  state: Words<ConnectionHealth['state']>;
  /** What to do about a state; the provider's own words follow when there are some. */
  advice: Words<ConnectionHealth['state']>;
  since: Say;
  account: Say;
  checked: Say;
  lastIn: Say;
  lastOut: Say;
  test: Record<ConnectionTest['state'], (address: string, moment: string) => string>;
};

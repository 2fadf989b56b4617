import type { Fallback, ManagerCase } from '../../../schemas/tier.ts';

type Words<K extends string> = Record<K, string>;

export const tiers = {
  title: 'Tiers',
  hint: 'Standings of customers, the highest first. Whoever has none is everyone else. Promises, rules and skills name them.',
  empty: 'There is no tier: all customers are alike.',
  add: 'Add a tier',
  newTier: 'New tier',
  idHint:
    'How rules, imports and the API name it: small letters, digits, hyphens. Customers keep the old id when it is changed.',
  priority: 'Tickets begin with this priority at least',
  asIs: 'as the rules say',
  atLeast: (priority: string) => `priority ${priority} and up`,
  hasManager: 'Customers may have a personal manager',
  hasManagerHint: 'Chosen on the customer. Their tickets go to the manager first.',
  withManager: 'personal manager',
  noManager: 'no personal manager',
  cases: {
    present: 'The manager is there',
    busy: 'The manager is busy, or holds all they take',
    away: 'The manager is away during their hours',
    closed: 'Outside the manager’s hours',
  } satisfies Words<ManagerCase>,
  wait: 'Wait for the manager',
  minutes: 'minutes',
  then: 'Then',
  thens: {
    substitute: 'to the substitute',
    line: 'to a line',
    wait: 'go on waiting',
  } satisfies Words<Fallback['then']>,
  line: 'Line',
  ownLine: 'the ticket’s own',
  says: {
    wait: 'The ticket waits for the manager, however long it takes.',
    atOnce: (where: string) => `The ticket goes ${where} at once.`,
    after: (span: string, where: string) =>
      `The ticket waits ${span} for the manager; if they have not begun by then, it goes ${where}.`,
    substitute: 'to the manager’s substitute, or to its line if there is none',
    ownLine: 'to its own line',
    line: (name: string) => `to the line “${name}”`,
  },
};
export type TiersTexts = typeof tiers;

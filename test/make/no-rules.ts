import type { RuleBook } from '../../functions/desk/routing/route-message.ts';

/** A desk that sorts by its topics' words alone. */
export const noRules: RuleBook = {
  rules: { mode: 'first', rules: [] },
  version: 0,
  matches: () => false,
};

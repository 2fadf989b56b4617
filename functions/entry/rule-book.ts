import type { RoutingRules } from '../../schemas/routing.ts';
import type { RuleBook } from '../desk/routing/route-message.ts';
import type { DeskStore } from '../desk/settings-stores.ts';
import { type Deployed, loadLists } from './desk-lists.ts';

/** Rules with their patterns compiled, once. RE2 is loaded for rules that have any. */
export const compiled = async (rules: RoutingRules, version: number): Promise<RuleBook> => {
  const hasPattern = rules.rules.some(({ all, any, none }) =>
    [...all, ...any, ...none].some(({ field }) => field === 'pattern'),
  );
  if (!hasPattern) return { rules, version, matches: () => false };
  const { patternsOf } = await import('./intake/patterns.lazy.ts');
  return { rules, version, matches: patternsOf(rules) };
};

/** All lists and the rules made ready. One BatchGet. */
export const loadBook = async (desk: Pick<DeskStore, 'loadAll'>, deployed: Deployed) => {
  const stored = await desk.loadAll();
  const lists = await loadLists({ loadAll: async () => stored }, deployed);
  return { ...lists, book: await compiled(lists.routing, stored.routing?.version ?? 0) };
};

import type { ClassifierSettings } from '../../schemas/classifier.ts';
import type { RoutingRules } from '../../schemas/routing.ts';
import type { RuleBook } from '../desk/routing/route-message.ts';
import type { DeskStore } from '../desk/settings-stores.ts';
import { type Deployed, loadLists } from './desk-lists.ts';
import type { Suggester } from './suggester.ts';

/** Rules with their patterns compiled, once. RE2 is loaded for rules that have any. */
export const compiled = async (rules: RoutingRules, version: number): Promise<RuleBook> => {
  const hasPattern = rules.rules.some(({ all, any, none }) =>
    [...all, ...any, ...none].some(({ field }) => field === 'pattern'),
  );
  if (!hasPattern) return { rules, version, matches: () => false };
  const { patternsOf } = await import('./intake/patterns.lazy.ts');
  return { rules, version, matches: patternsOf(rules) };
};

/** All lists and the rules made ready. One BatchGet; models are asked for unless suggestions are off. */
export const loadBook = async (
  desk: Pick<DeskStore, 'loadAll'>,
  deployed: Deployed,
  loadModels: () => Promise<Suggester | undefined>,
) => {
  const stored = await desk.loadAll();
  const lists = await loadLists({ loadAll: async () => stored }, deployed);
  const [book, suggest] = await Promise.all([
    compiled(lists.routing, stored.routing?.version ?? 0),
    lists.classifier.mode === 'off' ? undefined : loadModels(),
  ]);
  return { ...lists, book: { ...book, ...learnedBy(suggest, lists.classifier) } };
};

const learnedBy = (
  suggest: Suggester | undefined,
  { mode, threshold }: ClassifierSettings,
): Pick<RuleBook, 'suggestion'> =>
  suggest ? { suggestion: { suggest, ...(mode === 'decide' && { decidesFrom: threshold }) } } : {};

import { patternsOf } from '../desk/routing/patterns.ts';
import type { RuleBook } from '../desk/routing/route-message.ts';
import type { DeskStore } from '../desk/settings-stores.ts';
import { loadLists, type Deployed } from './desk-lists.ts';

type Stored = Awaited<ReturnType<DeskStore['loadAll']>>;

/** The saved rules, ready to be asked; their patterns are compiled here, once. */
export const ruleBookOf = (
  routing: Stored['routing'] | undefined,
  lists: Pick<Awaited<ReturnType<typeof loadLists>>, 'routing'>,
): RuleBook => ({
  rules: lists.routing,
  version: routing?.version ?? 0,
  matches: patternsOf(lists.routing),
});

/** All lists and the rules made ready. One BatchGet. */
export const loadBook = async (desk: Pick<DeskStore, 'loadAll'>, deployed: Deployed) => {
  const stored = await desk.loadAll();
  const lists = await loadLists({ loadAll: async () => stored }, deployed);
  return { ...lists, book: ruleBookOf(stored.routing, lists) };
};

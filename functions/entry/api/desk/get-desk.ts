import type * as endpoints from '../../../../schemas/api/desk.ts';
import { activePeak } from '../../../desk/peaks/active-peak.ts';
import { loadLists } from '../../desk-lists.ts';
import type { UseCase } from '../types.ts';

/** Two reads at once. */
export const getDesk: UseCase<typeof endpoints.getDesk> = (deps) => async () => {
  const [lists, agents] = await Promise.all([
    loadLists(deps.desk, deps.settings),
    deps.agents.list(),
  ]);
  const { name, language, timeZone, connections } = deps.settings;
  return {
    name,
    language,
    timeZone,
    topics: [...lists.topics],
    lines: [...lists.lines],
    connections: [...connections],
    colleagues: agents.map(({ id, name, active }) => ({ id, name, active })),
    tiers: [...lists.tiers],
    peak: activePeak(lists.peaks, deps.now()),
  };
};

import type * as endpoints from '../../../../schemas/api/presence.ts';
import { loadLists } from '../../desk-lists.ts';
import type { UseCase } from '../types.ts';
import { viewOf } from './view.ts';

/** Everybody who works here, by name. Four reads, however many they are. */
export const listPresence: UseCase<typeof endpoints.listPresence> = (deps) => async () => {
  const [agents, presences, loads, desk] = await Promise.all([
    deps.agents.list(),
    deps.presence.list(),
    deps.loads(),
    loadLists(deps.desk, deps.settings),
  ]);
  const now = deps.now();
  const people = agents
    .filter(({ active }) => active)
    .map((agent) =>
      viewOf({
        agent,
        presence: presences.find(({ agentId }) => agentId === agent.id),
        load: loads.find(({ agentId }) => agentId === agent.id),
        desk,
        now,
      }),
    )
    .toSorted((a, b) => a.name.localeCompare(b.name));
  return { people };
};

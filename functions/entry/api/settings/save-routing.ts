import type * as endpoints from '../../../../schemas/api/settings.ts';
import { faultsOf } from '../../../desk/routing/faults-of.ts';
import type { UseCase } from '../types.ts';
import { changesIn, deskNow, refuseFaults, saveList } from './save-list.ts';

/** Rules are checked against everything they name, their patterns by the engine that will run them. */
export const saveRouting: UseCase<typeof endpoints.saveRouting> =
  (deps) =>
  async ({ body: { items, expects } }, caller) => {
    const [desk, agents, { patternFault }] = await Promise.all([
      deskNow(deps),
      deps.agents.list(),
      import('../patterns.lazy.ts'),
    ]);
    refuseFaults(
      faultsOf(items, {
        topics: desk.deployedTopics,
        lines: desk.lines.map(({ id }) => id),
        connections: deps.settings.connections.map(({ id }) => id),
        agents: agents.map(({ id }) => id),
        patternFault,
      }).map(({ at, message }) => ({ path: at, message })),
    );
    const changes = changesIn(desk.routing.rules, items.rules);
    return saveList(deps, caller, { list: 'routing', items, expects, changes });
  };

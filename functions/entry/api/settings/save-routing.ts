import type * as endpoints from '../../../../schemas/api/settings.ts';
import type { RoutingRules } from '../../../../schemas/routing.ts';
import { faultsOf } from '../../../desk/routing/faults-of.ts';
import { changesOf } from '../../../desk/settings/changes-of.ts';
import type { UseCase } from '../types.ts';
import { deskNow, refuseFaults, saveList } from './save-list.ts';

/** The mode stands among the rules, under an id that none can have, so that its change is on record, too. */
const withMode = ({ mode, rules }: RoutingRules) => [{ id: ':mode', mode }, ...rules];

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
    const changes = changesOf(withMode(desk.routing), withMode(items));
    return saveList(deps, caller, { list: 'routing', items, expects, changes });
  };

import type * as endpoints from '../../../../schemas/api/settings.ts';
import { changesOf } from '../../../desk/settings/changes-of.ts';
import { alertFaults, roleFaults, tierFaults } from '../../../desk/settings/more-faults.ts';
import type { UseCase } from '../types.ts';
import { deskNow, refuseFaults, saveList } from './save-list.ts';

export const saveTiers: UseCase<typeof endpoints.saveTiers> =
  (deps) =>
  async ({ body: { items, expects } }, caller) => {
    const desk = await deskNow(deps);
    refuseFaults(tierFaults(items, desk));
    const changes = changesOf(desk.tiers, items);
    const saved = await saveList(deps, caller, { list: 'tiers', items, expects, changes });
    return { items: [...saved.items], version: saved.version };
  };

export const saveRoles: UseCase<typeof endpoints.saveRoles> =
  (deps) =>
  async ({ body: { items, expects } }, caller) => {
    const [desk, agents] = await Promise.all([deskNow(deps), deps.agents.list()]);
    refuseFaults(roleFaults(items, { roles: desk.roles, agents }));
    const changes = changesOf(desk.roles, items);
    const saved = await saveList(deps, caller, { list: 'roles', items, expects, changes });
    return { items: [...saved.items], version: saved.version };
  };

export const saveAlerts: UseCase<typeof endpoints.saveAlerts> =
  (deps) =>
  async ({ body: { items, expects } }, caller) => {
    const desk = await deskNow(deps);
    refuseFaults(alertFaults(items, deps.settings.connections));
    const changes = changesOf([{ id: 'policy', ...desk.alerts }], [{ id: 'policy', ...items }]);
    return saveList(deps, caller, { list: 'alerts', items, expects, changes });
  };

export const saveClassifier: UseCase<typeof endpoints.saveClassifier> =
  (deps) =>
  async ({ body: { items, expects } }, caller) => {
    const { classifier } = await deskNow(deps);
    const changes = changesOf(
      [{ id: 'classifier', ...classifier }],
      [{ id: 'classifier', ...items }],
    );
    return saveList(deps, caller, { list: 'classifier', items, expects, changes });
  };

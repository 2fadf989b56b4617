import type * as endpoints from '../../../../schemas/api/settings.ts';
import { changesOf } from '../../../desk/settings/changes-of.ts';
import { lineFaults } from '../../../desk/settings/line-faults.ts';
import { calendarFaults, promiseFaults, topicFaults } from '../../../desk/settings/list-faults.ts';
import { numbered } from '../../../desk/settings/numbered.ts';
import type { UseCase } from '../types.ts';
import { deskNow, refuseFaults, saveList } from './save-list.ts';

export const saveTopics: UseCase<typeof endpoints.saveTopics> =
  (deps) =>
  async ({ body: { items, expects } }, caller) => {
    const desk = await deskNow(deps);
    refuseFaults(topicFaults(items, desk));
    const changes = changesOf(desk.topics, items);
    return mutable(await saveList(deps, caller, { list: 'topics', items, expects, changes }));
  };

export const saveLines: UseCase<typeof endpoints.saveLines> =
  (deps) =>
  async ({ body: { items, expects } }, caller) => {
    const [desk, agents] = await Promise.all([deskNow(deps), deps.agents.list()]);
    refuseFaults(lineFaults(items, { ...desk, agents }));
    const changes = changesOf(desk.lines, items);
    return mutable(await saveList(deps, caller, { list: 'lines', items, expects, changes }));
  };

export const saveCalendars: UseCase<typeof endpoints.saveCalendars> =
  (deps) =>
  async ({ body }, caller) => {
    const desk = await deskNow(deps);
    const items = numbered(desk.calendars, body.items, body.expects);
    refuseFaults(calendarFaults(items, desk));
    const changes = changesOf(desk.calendars, items);
    const { expects } = body;
    return mutable(await saveList(deps, caller, { list: 'calendars', items, expects, changes }));
  };

export const savePromises: UseCase<typeof endpoints.savePromises> =
  (deps) =>
  async ({ body }, caller) => {
    const desk = await deskNow(deps);
    const items = numbered(desk.promises, body.items, body.expects);
    refuseFaults(promiseFaults(items, desk));
    const changes = changesOf(desk.promises, items);
    const { expects } = body;
    return mutable(await saveList(deps, caller, { list: 'promises', items, expects, changes }));
  };

const mutable = <Item>({ items, version }: { items: readonly Item[]; version: number }) => ({
  items: [...items],
  version,
});

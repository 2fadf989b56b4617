import { conflict, invalid } from '../../../desk/problem.ts';
import type { ListChanges } from '../../../desk/settings/changes-of.ts';
import type { ListFault } from '../../../desk/settings/fault.ts';
import type { Desk } from '../../../desk/settings/list-faults.ts';
import type { DeskLists } from '../../../desk/settings-stores.ts';
import { log } from '../../../observe/log.ts';
import { loadLists } from '../../desk-lists.ts';
import type { ApiDeps } from '../api-deps.ts';
import { audited } from '../audited.ts';
import type { Caller } from '../types.ts';

type Saving<K extends keyof DeskLists> = {
  readonly list: K;
  readonly items: DeskLists[K];
  readonly expects: number;
  readonly changes: ListChanges;
};

/** The desk as rules of saving ask about it. */
export const deskNow = async ({ desk, settings, now }: ApiDeps): Promise<Desk & DeskLists> => ({
  ...(await loadLists(desk, settings)),
  deployedTopics: settings.topics,
  now: Math.floor(Date.parse(now()) / 1000),
});

/** @throws Problem `settings.invalid` that names every place */
export const refuseFaults = (faults: readonly ListFault[]): void => {
  if (faults.length === 0) return;
  throw invalid(
    'settings.invalid',
    'This cannot be saved yet. Mend what is named and save again.',
    {
      errors: faults.map(({ path, ...fault }) => ({
        path: ['items', path].filter(Boolean).join('.'),
        ...fault,
      })),
    },
  );
};

/** Saves a list together with its line in the audit trail. @throws Problem `settings.changed` */
export const saveList = async <K extends keyof DeskLists>(
  { desk, now }: Pick<ApiDeps, 'desk' | 'now'>,
  caller: Caller,
  { list, items, expects, changes }: Saving<K>,
): Promise<{ readonly items: DeskLists[K]; readonly version: number }> => {
  const entry = audited(caller, { action: 'settings.saved', target: list, changes, at: now() });
  if ((await desk.save(list, items, expects, entry)) === 'stale')
    throw conflict(
      'settings.changed',
      'Somebody saved this list after you opened it. Look at what they changed, then save again.',
    );
  log.info('settings.saved', { list, version: expects + 1, agentId: caller.id });
  return { items, version: expects + 1 };
};

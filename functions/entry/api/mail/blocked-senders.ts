import type * as endpoints from '../../../../schemas/api/mail.ts';
import type { BlockedSender } from '../../../../schemas/blocked-sender.ts';
import { Problem } from '../../../desk/problem.ts';
import * as rules from '../../../desk/quarantine/blocked.ts';
import { log } from '../../../observe/log.ts';
import type { ApiDeps } from '../api-deps.ts';
import type { UseCase } from '../types.ts';

const attempts = 5;

export const listBlockedSenders: UseCase<typeof endpoints.listBlockedSenders> =
  ({ desk }) =>
  async () => ({ blocked: [...((await desk.load('blocked'))?.items ?? [])] });

export const blockSender: UseCase<typeof endpoints.blockSender> =
  (deps) =>
  async ({ body }, by) => {
    const { now, settings } = deps;
    const blocked = await changeList(deps, (blocked) =>
      rules.block({ blocked, ...body, by, ownDomain: settings.domain, now: now() }),
    );
    log.info('sender.blocked', { agentId: by.id, isDomain: body.pattern.startsWith('@') });
    return { blocked: [...blocked] };
  };

export const unblockSender: UseCase<typeof endpoints.unblockSender> =
  (deps) =>
  async ({ params }, by) => {
    const blocked = await changeList(deps, (blocked) => rules.unblock(blocked, params.pattern));
    log.info('sender.unblocked', { agentId: by.id });
    return { blocked: [...blocked] };
  };

/** Each change is right whatever a colleague added meanwhile, so a lost race is simply run again. */
const changeList = async (
  { desk }: Pick<ApiDeps, 'desk'>,
  change: (blocked: readonly BlockedSender[]) => readonly BlockedSender[],
): Promise<readonly BlockedSender[]> => {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const { items = [], version = 0 } = (await desk.load('blocked')) ?? {};
    const changed = change(items);
    if (changed.length === items.length) return items;
    if ((await desk.save('blocked', changed, version)) === 'saved') return changed;
  }
  throw new Problem('unavailable', 'blocked.busy', 'The list is changing too fast. Try again.');
};

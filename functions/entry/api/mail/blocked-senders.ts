import type * as endpoints from '../../../../schemas/api/mail.ts';
import type { BlockedSender } from '../../../../schemas/blocked-sender.ts';
import { Problem } from '../../../desk/problem.ts';
import * as rules from '../../../desk/quarantine/blocked.ts';
import { changesOf } from '../../../desk/settings/changes-of.ts';
import { log } from '../../../observe/log.ts';
import type { ApiDeps } from '../api-deps.ts';
import { audited } from '../audited.ts';
import type { Caller, UseCase } from '../types.ts';

const attempts = 5;

export const listBlockedSenders: UseCase<typeof endpoints.listBlockedSenders> =
  ({ desk }) =>
  async () => ({ blocked: [...((await desk.load('blocked'))?.items ?? [])] });

export const blockSender: UseCase<typeof endpoints.blockSender> =
  (deps) =>
  async ({ body }, by) => {
    const { now, settings } = deps;
    const blocked = await changeList(deps, by, (blocked) =>
      rules.block({ blocked, ...body, by, ownDomain: settings.domain, now: now() }),
    );
    log.info('sender.blocked', { agentId: by.id, isDomain: body.pattern.startsWith('@') });
    return { blocked: [...blocked] };
  };

export const unblockSender: UseCase<typeof endpoints.unblockSender> =
  (deps) =>
  async ({ params }, by) => {
    const blocked = await changeList(deps, by, (blocked) => rules.unblock(blocked, params.pattern));
    log.info('sender.unblocked', { agentId: by.id });
    return { blocked: [...blocked] };
  };

/** The trail names an item by its pattern. */
const named = (sender: BlockedSender) => ({ id: sender.pattern, ...sender });

/** Each change is right whatever a colleague added meanwhile, so a lost race is simply run again. */
const changeList = async (
  { desk, now }: Pick<ApiDeps, 'desk' | 'now'>,
  by: Caller,
  change: (blocked: readonly BlockedSender[]) => readonly BlockedSender[],
): Promise<readonly BlockedSender[]> => {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const { items = [], version = 0 } = (await desk.load('blocked')) ?? {};
    const changed = change(items);
    if (changed.length === items.length) return items;
    const changes = changesOf(items.map(named), changed.map(named));
    const entry = audited(by, { action: 'settings.saved', target: 'blocked', changes, at: now() });
    if ((await desk.save('blocked', changed, version, entry)) === 'saved') return changed;
  }
  throw new Problem('unavailable', 'blocked.busy', 'The list is changing too fast. Try again.');
};

import type { Agent } from '../../../../schemas/agent.ts';
import type * as endpoints from '../../../../schemas/api/presence.ts';
import type { AuditEntry } from '../../../../schemas/audit.ts';
import type { Presence } from '../../../../schemas/presence.ts';
import { asActor } from '../../../desk/access.ts';
import { isAbsent } from '../../../desk/presence/absence.ts';
import { type Wish, wished } from '../../../desk/presence/change.ts';
import { conflict, missing, Problem } from '../../../desk/problem.ts';
import type { DeskLists } from '../../../desk/settings-stores.ts';
import type { Output } from '../../../http/types.ts';
import { log } from '../../../observe/log.ts';
import { loadLists } from '../../desk-lists.ts';
import { type Gone, giveAtOnce, isGivenAtOnce } from '../../give-at-once.ts';
import { drainBacklog } from '../../push-backlog.ts';
import type { ApiDeps } from '../api-deps.ts';
import { audited } from '../audited.ts';
import type { Caller, UseCase } from '../types.ts';
import { viewOf } from './view.ts';

/** What somebody says of themselves. */
export const setMyPresence: UseCase<typeof endpoints.setMyPresence> =
  (deps) =>
  ({ body }, caller) =>
    setFor(deps, { agent: caller, wish: body, caller });

/** What a lead says of somebody who left or fell ill; on record. */
export const setPresence: UseCase<typeof endpoints.setPresence> =
  (deps) =>
  async ({ params, body }, caller) => {
    const agent = await deps.agents.load(params.agentId);
    if (!agent) throw missing('agent.missing', `There is no agent ${params.agentId}.`);
    if (!agent.active)
      throw conflict('agent.inactive', `${agent.name} no longer works here. Choose somebody else.`);
    return setFor(deps, { agent, wish: body, caller });
  };

type Setting = { readonly agent: Agent; readonly wish: Wish; readonly caller: Caller };
type Answer = Output<typeof endpoints.setPresence>;

const setFor = async (deps: ApiDeps, { agent, wish, caller }: Setting): Promise<Answer> => {
  const desk = await loadLists(deps.desk, deps.settings);
  const presence = await save(deps, { agent, wish, caller, mayGive: isGivenAtOnce(desk) });
  log.info('presence.set', { agentId: agent.id, state: presence.state, byAgentId: caller.id });
  const gone = presence.gives
    ? await giveAtOnce(deps, { leaver: agent, desk, by: asActor(caller) })
    : await nothingGone(deps, agent);
  if (presence.state === 'available') await handOutTo(deps, desk);
  const loads = await deps.loads();
  const load = loads.find(({ agentId }) => agentId === agent.id);
  return { presence: viewOf({ agent, presence, load, desk, now: deps.now() }), ...gone };
};

/** What waits on lines that hand out goes to them now. Should it fail, the clock does it within the minute. */
const handOutTo = async (deps: ApiDeps, desk: DeskLists): Promise<void> => {
  try {
    await drainBacklog(deps, desk);
  } catch (error) {
    log.warn('presence.backlog.failed', {}, error);
  }
};

const mostTries = 5;

/** Race: the clock or a hand-out changes the same person in this moment; what a person says comes after it. */
const save = async (
  { presence, now }: Pick<ApiDeps, 'presence' | 'now'>,
  { agent, wish, caller, mayGive }: Setting & { readonly mayGive: boolean },
): Promise<Presence> => {
  const by = agent.id === caller.id ? 'self' : 'colleague';
  for (let tries = 0; tries < mostTries; tries += 1) {
    const before = await presence.load(agent.id);
    const at = now();
    const said = wished({ agentId: agent.id, presence: before, now: at }, wish, by);
    const next = mayGive && isAbsent({ presence: said }) ? { ...said, gives: true } : said;
    const audit = by === 'colleague' ? onRecord(caller, before, next) : undefined;
    if ((await presence.save(next, before?.version ?? 0, audit)) === 'saved') return next;
  }
  throw new Problem('unavailable', 'presence.busy', 'This changes too fast right now. Try again.');
};

const onRecord = (caller: Caller, before: Presence | undefined, after: Presence): AuditEntry =>
  audited(caller, {
    action: 'presence.changed',
    target: after.agentId,
    changes: { before: saidIn(before), after: saidIn(after) },
    at: after.since,
  });

const saidIn = (presence: Presence | undefined) =>
  presence && { state: presence.state, until: presence.until, note: presence.note };

/** How much somebody holds whose going changes nothing at once. */
const nothingGone = async ({ tickets }: ApiDeps, { id }: Agent): Promise<Gone> => {
  const { items } = await tickets.listByAgent({ agentId: id, group: 'active', limit: mostShown });
  return { given: 0, kept: items.length };
};

const mostShown = 1000;

import type { Presence } from '../../../schemas/presence.ts';
import { robot } from '../../desk/access.ts';
import { defaultTopics } from '../../desk/defaults/topics.ts';
import { isAbsent } from '../../desk/presence/absence.ts';
import { presenceAt } from '../../desk/presence/at-minute.ts';
import { shiftOf } from '../../desk/presence/shift.ts';
import { log } from '../../observe/log.ts';
import { giveAtOnce, isGivenAtOnce } from '../give-at-once.ts';
import type { ClockDeps, Staffed } from './clock-deps.ts';

/**
 * Moves people whose hours began or ended, who come back, whose screens are gone; and ends what somebody's leaving
 * began. One query of a desk that knows nobody's presence; else three reads more. Each person is saved on condition that
 * nothing changed meanwhile: who said something in this moment is left to the next minute.
 */
export async function lookAfterPeople(deps: ClockDeps): Promise<void> {
  const presences = await deps.presence.list();
  if (presences.length === 0) return;
  const [staff, screens] = await Promise.all([deps.staff(), deps.screens.listAll()]);
  const connected = new Set(screens.map(({ agentId }) => agentId));
  const outcomes = await Promise.allSettled(
    presences.map((presence) => lookAfter(deps, staff, { presence, connected })),
  );
  const failures = outcomes.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
  for (const error of failures) log.error('clock.person.failed', {}, error);
  if (failures.length > 0) throw new Error(`${failures.length} people could not be looked after`);
}

const lookAfter = async (
  deps: ClockDeps,
  staff: Staffed,
  person: { readonly presence: Presence; readonly connected: ReadonlySet<string> },
): Promise<void> => {
  const presence = await atMinute(deps, staff, person);
  if (presence?.gives) await finishGiving(deps, staff, presence);
};

/** The presence as saved; undefined when somebody else saved it, or nobody works here by that id. */
const atMinute = async (
  deps: ClockDeps,
  { agents, lines, calendars }: Staffed,
  { presence, connected }: Parameters<typeof lookAfter>[2],
): Promise<Presence | undefined> => {
  const { agentId, since } = presence;
  const agent = agents.find(({ id }) => id === agentId);
  if (!agent?.active) return undefined;
  const now = deps.now();
  const shift = shiftOf({ agent, lines, calendars, since, now });
  const moved = presenceAt({ presence, shift, isConnected: connected.has(agentId), now });
  if (!moved) return presence;
  // A network that is gone is no decision to leave: what a silent person holds goes when the customer writes.
  const gives = isAbsent({ presence: moved }) && moved.by !== 'silence' && isGivenAtOnce({ lines });
  const next = gives && moved.state !== presence.state ? { ...moved, gives } : moved;
  if ((await deps.presence.save(next, presence.version)) === 'stale') return undefined;
  if (next.state !== presence.state)
    log.info('clock.person.moved', { agentId, state: next.state, by: next.by });
  return next;
};

/** Walks once more after whoever began, for what an index showed too late or a crash left behind; then it is done. */
const finishGiving = async (
  deps: ClockDeps,
  { agents, lines }: Staffed,
  { gives: _gives, ...presence }: Presence,
): Promise<void> => {
  const leaver = agents.find(({ id }) => id === presence.agentId);
  if (!leaver) return;
  const topics = (await deps.desk.load('topics'))?.items ?? defaultTopics;
  await giveAtOnce(deps, { leaver, desk: { lines, topics }, by: robot });
  await deps.presence.save({ ...presence, version: presence.version + 1 }, presence.version);
};

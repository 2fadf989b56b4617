import type { Presence } from '../../../schemas/presence.ts';
import { begin } from './change.ts';
import type { Shift } from './shift.ts';
import { type PresenceMove, presenceStates } from './states.ts';

/** Screens reconnect within seconds and laptops sleep over a coffee: nobody is away before so long without one. */
export const silenceMilliseconds = 10 * 60_000;

type Minute = {
  readonly presence: Presence;
  /** With edges since `presence.since`. */
  readonly shift: Shift;
  /** A screen of theirs is open. */
  readonly isConnected: boolean;
  readonly now: string;
};

/**
 * What time alone does to somebody's presence; undefined when nothing. Asked each minute, and right however late it is
 * asked: edges of hours count if they lie behind the last change, so whoever says "available" after closing time works
 * overtime until the next closing.
 */
export const presenceAt = (minute: Minute): Presence | undefined => {
  const { presence, shift, isConnected, now } = minute;
  const isOver = presence.until !== undefined && presence.until <= now;
  if (shift.hasEnded && !shift.isOn) return moved(minute, 'shift-ends', 'shift');
  if (isOver) return shift.isOn ? moved(minute, 'return', presence.by) : withoutUntil(presence);
  if (!isConnected) return unseen(minute);
  const isBack = presence.by === 'shift' && shift.isOn && shift.hasStarted;
  return (
    (isBack ? moved(minute, 'shift-starts', 'shift') : undefined) ??
    (presence.by === 'silence' ? moved(minute, 'screen', 'self') : undefined) ??
    seen(minute)
  );
};

const moved = (
  { presence, now }: Minute,
  move: PresenceMove,
  by: Presence['by'],
): Presence | undefined => {
  const state = presenceStates[presence.state][move];
  return state && { ...begin({ agentId: presence.agentId, presence, now }, state), by };
};

const withoutUntil = ({ until: _until, ...presence }: Presence): Presence => ({
  ...presence,
  version: presence.version + 1,
});

/** `seenAt` is written when the last screen is found gone, and taken out when one is back: two writes a silence. */
const seen = ({ presence: { seenAt, ...presence } }: Minute): Presence | undefined =>
  seenAt === undefined ? undefined : { ...presence, version: presence.version + 1 };

const unseen = (minute: Minute): Presence | undefined => {
  const { presence, now } = minute;
  if (!presenceStates[presence.state]['no-screen']) return undefined;
  const { seenAt } = presence;
  if (seenAt === undefined) return { ...presence, seenAt: now, version: presence.version + 1 };
  const isSilent = Date.parse(now) - Date.parse(seenAt) >= silenceMilliseconds;
  return isSilent ? moved(minute, 'no-screen', 'silence') : undefined;
};

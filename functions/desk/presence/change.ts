import type { Presence, PresenceState } from '../../../schemas/presence.ts';
import { invalid } from '../problem.ts';
import { presenceStates } from './states.ts';

/** What is known of somebody; who never said anything is `off` since they came. */
export type Known = {
  readonly agentId: string;
  readonly presence: Presence | undefined;
  readonly now: string;
};

export type Wish = {
  readonly state: PresenceState;
  readonly until?: string | undefined;
  readonly note?: string | undefined;
};

/**
 * As somebody says of themselves, or a colleague of them. Saying the same again is a sign of life: hours that ended
 * before it no longer send anybody home.
 * @throws Problem `presence.until` when the moment of return is past or the state has none
 */
export const wished = (
  { agentId, presence, now }: Known,
  { state, until, note }: Wish,
  by: 'self' | 'colleague',
): Presence => {
  if (until !== undefined && (until <= now || !hasReturn(state)))
    throw invalid('presence.until', 'Name a moment in the future at which "away" or "busy" ends.');
  return {
    ...begin({ agentId, presence, now }, presenceStates[presence?.state ?? 'off'][state] ?? state),
    by,
    ...(until !== undefined && { until }),
    ...(note && { note }),
  };
};

/** Whoever takes the next ticket is at work, whatever was known. Undefined: nothing changes. */
export const atWork = (known: Known): Presence | undefined => {
  const before = known.presence?.state ?? 'off';
  const state = presenceStates[before].take ?? before;
  return state === known.presence?.state ? undefined : { ...begin(known, state), by: 'self' };
};

/** The same person in another state; what they were handed lately goes on counting. */
export const begin = (
  { agentId, presence, now }: Known,
  state: PresenceState,
): Omit<Presence, 'by'> => ({
  agentId,
  state,
  since: now,
  ...(presence?.pushed && { pushed: presence.pushed }),
  version: (presence?.version ?? 0) + 1,
});

const hasReturn = (state: PresenceState): boolean => state === 'away' || state === 'busy';

import type { PresenceState } from '../../../schemas/presence.ts';

/** What moves somebody's presence: what they or a colleague say, their work, their hours, their screens. */
export type PresenceMove =
  | 'available'
  | 'busy'
  | 'away'
  | 'off'
  /** They take the next ticket. */
  | 'take'
  /** The moment they named is there, within their hours. */
  | 'return'
  | 'shift-starts'
  | 'shift-ends'
  | 'no-screen'
  | 'screen';

/**
 * Moves that are not in the table change nothing. Which causes a move asks for beside the state ("off because the shift
 * ended") is in `presenceAt`.
 */
export const presenceStates: Readonly<
  Record<PresenceState, Partial<Record<PresenceMove, PresenceState>>>
> = {
  available: {
    available: 'available',
    busy: 'busy',
    away: 'away',
    off: 'off',
    take: 'available',
    'shift-ends': 'off',
    'no-screen': 'away',
  },
  busy: {
    available: 'available',
    busy: 'busy',
    away: 'away',
    off: 'off',
    take: 'busy',
    return: 'available',
    'shift-ends': 'off',
    'no-screen': 'away',
  },
  away: {
    available: 'available',
    busy: 'busy',
    away: 'away',
    off: 'off',
    take: 'available',
    return: 'available',
    'shift-ends': 'off',
    screen: 'available',
  },
  off: {
    available: 'available',
    busy: 'busy',
    away: 'away',
    off: 'off',
    take: 'available',
    'shift-starts': 'available',
  },
};

import type { PresenceState } from '../../../schemas/presence.ts';

/** Told apart by shape as well as by color: a full disc, a disc with a bar, an open ring, a ring struck out. */
const inside: Record<PresenceState, string> = {
  available: '',
  busy: 'M5 8h6',
  away: 'M8 5v3.2l2 1.2',
  off: 'M4.4 11.6l7.2-7.2',
};

/** A picture beside the word; screen readers pass it by. */
export const PresenceMark = ({ state }: { state: PresenceState }) => (
  <svg
    class={`presence-mark ${state}`}
    viewBox="0 0 16 16"
    width="14"
    height="14"
    aria-hidden="true"
  >
    <circle cx="8" cy="8" r="5.6" />
    {inside[state] && <path d={inside[state]} />}
  </svg>
);

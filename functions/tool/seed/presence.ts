import type { Agent } from '../../../schemas/agent.ts';
import type { Presence } from '../../../schemas/presence.ts';

type Told = Pick<Presence, 'state' | 'by' | 'note'> & {
  /** Minutes ago, and until minutes from now. */
  readonly since: number;
  readonly until?: number;
};

/** By the beginning of the address. Who is not named never said anything about it. */
const told: Readonly<Record<string, Told>> = {
  priya: { state: 'available', by: 'self', since: 190 },
  anna: { state: 'available', by: 'self', since: 75 },
  lucas: { state: 'available', by: 'self', since: 240 },
  dmitry: {
    state: 'busy',
    by: 'self',
    note: 'On the telephone with the bank',
    since: 12,
    until: 20,
  },
  ekaterina: { state: 'away', by: 'self', note: 'Lunch', since: 18, until: 27 },
  tomasz: { state: 'off', by: 'shift', since: 600 },
};

/** A team in the middle of its day. Screens that do not open for ten minutes make the present ones away, as always. */
export const seededPresence = (
  agents: readonly Pick<Agent, 'id' | 'email'>[],
  now: number,
): readonly Presence[] => {
  const at = (minutes: number) => new Date(now + minutes * 60_000).toISOString();
  return agents.flatMap(({ id, email }) => {
    const one = told[email.split('@')[0] ?? ''];
    if (!one) return [];
    const { since, until, ...said } = one;
    return [
      {
        ...said,
        agentId: id,
        since: at(-since),
        ...(until !== undefined && { until: at(until) }),
        seenAt: at(0),
        version: 1,
      },
    ];
  });
};

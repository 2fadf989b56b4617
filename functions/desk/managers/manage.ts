import type { Agent } from '../../../schemas/agent.ts';
import type { PresenceState } from '../../../schemas/presence.ts';
import type { Hold } from '../../../schemas/ticket.ts';
import type { Fallback, ManagerCase, TierPolicy } from '../../../schemas/tier.ts';

/** A person as the four cases see them. */
export type Standing = {
  readonly agent: Pick<Agent, 'id' | 'name'>;
  /** Of their shift's calendar, else of their lines'. */
  readonly isOnShift: boolean;
  readonly state: PresenceState;
  /** They hold or took all that they take on. */
  readonly isFull: boolean;
};

/**
 * Where a ticket with a personal manager goes: into somebody's hands (for a while, if `hold` says so), or to a line's
 * queue (the ticket's own without `line`).
 */
export type Managed =
  | {
      readonly to: 'person';
      readonly agent: Pick<Agent, 'id' | 'name'>;
      readonly why: 'manager' | 'substitute';
      readonly hold?: Hold;
    }
  | { readonly to: 'line'; readonly line?: string };

/** Outside somebody's hours nothing else counts; "busy" is what they say as well as what they hold. */
export const caseOf = ({ isOnShift, state, isFull }: Standing): ManagerCase => {
  if (!isOnShift) return 'closed';
  if (state === 'away' || state === 'off') return 'away';
  return state === 'busy' || isFull ? 'busy' : 'present';
};

type Managing = {
  readonly manager: Standing;
  /** Who stands in for the manager, if they named somebody who still works here. */
  readonly substitute: Standing | undefined;
  readonly policy: NonNullable<TierPolicy['manager']>;
  /** The line that the ticket is on. */
  readonly line: string;
  readonly now: string;
};

const untilOf = (now: string, { waitMinutes }: Fallback): string =>
  new Date(Date.parse(now) + waitMinutes * 60_000).toISOString();

/** What follows when the manager has not begun; a line if nobody stands in. */
const thenOf = (fallback: Fallback, { substitute, line }: Managing): Hold['then'] =>
  fallback.then === 'substitute' && substitute
    ? { agentId: substitute.agent.id }
    : { line: fallback.then === 'line' ? (fallback.line ?? line) : line };

/** At once: a substitute who is there, else a line. */
const atOnce = (fallback: Fallback, { substitute }: Managing): Managed => {
  if (fallback.then === 'substitute' && substitute && caseOf(substitute) === 'present')
    return { to: 'person', agent: substitute.agent, why: 'substitute' };
  const line = fallback.then === 'line' ? fallback.line : undefined;
  return { to: 'line', ...(line !== undefined && { line }) };
};

/**
 * The personal manager's four cases (`schemas/tier.ts`): the ticket is the manager's for the minutes of the case and
 * then goes on as it says; with no minutes it goes on at once; "wait" leaves it with the manager for good.
 */
export const manage = (managing: Managing): Managed => {
  const { manager, policy, now } = managing;
  const fallback = policy[caseOf(manager)];
  const own = { to: 'person', agent: manager.agent, why: 'manager' } as const;
  if (fallback.then === 'wait') return own;
  if (fallback.waitMinutes === 0) return atOnce(fallback, managing);
  const hold: Hold = {
    why: 'managed',
    since: now,
    until: untilOf(now, fallback),
    then: thenOf(fallback, managing),
  };
  return { ...own, hold };
};

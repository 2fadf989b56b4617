import type { ConnectionHealth } from '../../../schemas/connection-health.ts';
import { healthStates, needsHelp, type TrafficNews } from './states.ts';

/** Nothing is known yet. */
export const unknownHealth = (connectionId: string, now: string): ConnectionHealth => ({
  connectionId,
  state: 'not-checked',
  since: now,
});

/** `lastInAt` and `lastOutAt` are written no more often than this. */
const freshMinutes = { in: 10, out: 5 } as const;

const isFresh = (at: string | undefined, minutes: number, now: string): boolean =>
  at !== undefined && Date.parse(now) - Date.parse(at) < minutes * 60_000;

const moved = (
  health: ConnectionHealth,
  state: ConnectionHealth['state'],
  error: string | undefined,
  now: string,
): ConnectionHealth => ({
  ...health,
  state,
  since: state === health.state ? health.since : now,
  error: error?.slice(0, 500),
});

/** After a message was tried; undefined when there is nothing new to write. */
export const afterTraffic = (
  health: ConnectionHealth,
  { news, error, now }: { news: TrafficNews; error?: string; now: string },
): ConnectionHealth | undefined => {
  const state = healthStates[health.state][news];
  if (news !== 'sent') return state && moved(health, state, error, now);
  if (!state && isFresh(health.lastOutAt, freshMinutes.out, now)) return undefined;
  const base = state ? moved(health, state, undefined, now) : health;
  return { ...base, lastOutAt: now };
};

/** After something came in by its hook or mailbox; undefined when that was written a moment ago. */
export const afterInbound = (
  health: ConnectionHealth,
  now: string,
): ConnectionHealth | undefined =>
  isFresh(health.lastInAt, freshMinutes.in, now) ? undefined : { ...health, lastInAt: now };

type Found = Pick<ConnectionHealth, 'state' | 'error' | 'account'>;

/** After a check. Where nobody can be asked, what the traffic said stays. */
export const afterCheck = (
  health: ConnectionHealth,
  { state, error, account }: Found,
  now: string,
): ConnectionHealth => ({
  ...(state === 'not-checked' ? health : moved(health, state, error, now)),
  ...(account !== undefined && { account: account.slice(0, 200) }),
  checkedAt: now,
});

const hourMs = 3_600_000;

/**
 * Each day once, and each hour while it does not work. Nothing is asked in a connection's first hour: who sets it up
 * asks for the check.
 */
export const isCheckDue = (health: ConnectionHealth, now: string): boolean => {
  const { checkedAt, requestedAt, since } = health;
  const newest = [checkedAt, requestedAt]
    .filter((at) => at !== undefined)
    .toSorted()
    .at(-1);
  const waits = checkedAt !== undefined && isWell(health) ? 24 * hourMs : hourMs;
  return Date.parse(now) - Date.parse(newest ?? since) >= waits;
};

const isWell = ({ state }: ConnectionHealth): boolean =>
  !needsHelp(state) && state !== 'not-set-up';

import type { Agent } from '../../../schemas/agent.ts';
import type { Hours } from '../calendars/business-time.ts';
import { announceAt } from '../promises/hold-alert.ts';
import type { Alerted, Alerting } from './alerting.ts';
import { onCallOf } from './targets.ts';

/** When a person works: by their shift, else whenever one of their lines does; whoever has neither is always there. */
const hoursOf = (
  agent: Pick<Agent, 'shiftId' | 'lines'>,
  { lines, calendars }: Pick<Alerting, 'lines' | 'calendars'>,
): readonly Hours[] => {
  const shift = calendars.find(({ id }) => id === agent.shiftId);
  if (shift) return [shift];
  const ids = new Set(
    lines.filter(({ id }) => agent.lines.includes(id)).map(({ calendarId }) => calendarId),
  );
  const found: Hours[] = calendars.filter(({ id }) => ids.has(id));
  return found.length === 0 || ids.has('24x7') ? ['24x7'] : found;
};

/**
 * When an alert may reach a person (sla.md 13): now within their hours, on call, or where nothing is held; else when
 * they begin. Undefined: they never do.
 */
export const reachableAt = (
  agent: Agent,
  { ticket, alerting, now }: { ticket: Alerted; alerting: Alerting; now: string },
): string | undefined => {
  if (!alerting.policy.holdsOutsideHours) return now;
  const isOnCall = onCallOf(ticket, alerting.lines).includes(agent.id);
  return hoursOf(agent, alerting)
    .flatMap((hours) => announceAt(now, { hours, isOnCall }) ?? [])
    .toSorted()[0];
};

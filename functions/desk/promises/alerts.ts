import type { ClockAlert, ClockState, RunningClock } from '../../../schemas/clock.ts';
import { instanceId, isoOf } from './instance-of.ts';

/** An alert noticed later than this after its moment is marked late: the sweep runs every minute. */
const LATE_AFTER_SECONDS = 120;

interface Coming {
  readonly point: string;
  readonly moment: number;
  /**
   * The first second at which it may be recorded. One after the moment, so that a reply in the moment's own
   * second is met whether the scheduler or the reply was first (rule 12).
   */
  readonly from: number;
}

function comingOf(clock: RunningClock, point: string, moment: number): Coming {
  return { point, moment, from: Math.max(moment + 1, clock.since ?? 0) };
}

/** Warnings and the breach still ahead of a clock, in time. Warnings that a breach would overtake are left out. */
export function comingAlerts(clock: RunningClock): Coming[] {
  if (clock.due === undefined || clock.breached || clock.ended) return [];
  const breach = comingOf(clock, 'breach', clock.due);
  const warnings = Object.entries(clock.pending ?? {})
    .map(([point, moment]) => comingOf(clock, point, moment))
    .filter((warning) => warning.from < breach.from)
    .sort((a, b) => a.from - b.from);
  return [...warnings, breach];
}

/** Marks one alert on the clock, so that no repetition finds it again. */
function mark(state: ClockState, clock: RunningClock, coming: Coming): number {
  const stamp = Math.max(coming.moment, clock.since ?? 0);
  if (coming.point === 'breach') {
    clock.breached = [stamp, state.priority];
    delete clock.pending;
  } else {
    clock.warned = { ...clock.warned, [coming.point]: stamp };
    delete clock.pending?.[coming.point];
    if (clock.pending && Object.keys(clock.pending).length === 0) delete clock.pending;
  }
  return stamp;
}

/**
 * Records on `state` everything whose moment is before `now` (epoch seconds) and returns it. A warning that is
 * found together with its breach is recorded but not announced: one outage, one alert (example 17).
 */
export function recordPast(state: ClockState, now: number): ClockAlert[] {
  const alerts: ClockAlert[] = [];
  for (const clock of state.running) {
    const past = comingAlerts(clock).filter((coming) => coming.from <= now);
    const hasBreach = past.some((coming) => coming.point === 'breach');
    for (const coming of past) {
      const what = coming.point === 'breach' ? 'breach' : 'warn';
      const stamp = mark(state, clock, coming);
      alerts.push({
        what,
        instance: instanceId(clock),
        kind: clock.kind,
        point: coming.point,
        at: isoOf(stamp),
        dueAt: isoOf(clock.due ?? stamp),
        priority: state.priority,
        promise: state.use?.promise ?? '',
        late: now - stamp > LATE_AFTER_SECONDS,
        announce: what === 'breach' || !hasBreach,
      });
    }
  }
  return alerts;
}

import type { ClockAlert, ClockState } from '../../../schemas/clock.ts';
import type { ClockKind } from '../../../schemas/promise.ts';
import { comingAlerts, recordPast } from './alerts.ts';
import { isoOf, secondsOf } from './instance-of.ts';

export interface NextDue {
  /** When the clock function must look at the ticket: one second after the warning's or due moment. */
  readonly at: string;
  readonly what: 'warn' | 'breach';
  readonly kind: ClockKind;
}

/** The earliest warning or breach still to come; `undefined` if nothing is running. */
export function nextDue(state: ClockState): NextDue | undefined {
  let next: { from: number; what: 'warn' | 'breach'; kind: ClockKind } | undefined;
  for (const clock of state.running) {
    const coming = comingAlerts(clock)[0];
    if (coming && (!next || coming.from < next.from)) {
      const what = coming.point === 'breach' ? 'breach' : 'warn';
      next = { from: coming.from, what, kind: clock.kind };
    }
  }
  return next && { at: isoOf(next.from), what: next.what, kind: next.kind };
}

/**
 * Records what has fallen due until `now` (ISO). Repeating it, or running it late, records nothing twice: what was
 * recorded is in the state that is returned. Save both in one conditional write.
 */
export function tick(state: ClockState, now: string): { state: ClockState; alerts: ClockAlert[] } {
  const next = structuredClone(state);
  const alerts = recordPast(next, secondsOf(now));
  return alerts.length === 0 ? { state, alerts } : { state: next, alerts };
}

import type {
  ClockAlert,
  ClockInstance,
  ClockState,
  RunningClock,
} from '../../../schemas/clock.ts';
import type { Step } from './clocks.ts';
import { instanceId, secondsOf } from './instance-of.ts';

interface Span {
  readonly id: string;
  readonly kind: string;
  readonly from: number;
  readonly to: number;
}

function spansOf(state: ClockState, ended: readonly ClockInstance[]): Span[] {
  const live = state.running.map((c) => ({
    id: instanceId(c),
    kind: c.kind,
    from: c.start,
    to: c.ended?.[0] ?? Infinity,
  }));
  const past = ended.map((i) => ({
    id: i.id,
    kind: i.kind,
    from: secondsOf(i.startedAt),
    to: i.endedAt ? secondsOf(i.endedAt) : Infinity,
  }));
  return [...live, ...past];
}

/** The clock an old alert speaks of: the same one, else that of its kind which ran then (its start may have moved). */
function targetOf(alert: ClockAlert, spans: readonly Span[]): string {
  const at = secondsOf(alert.at);
  const same = spans.find((s) => s.id === alert.instance);
  const then = spans.find((s) => s.kind === alert.kind && s.from <= at && at <= s.to);
  return (same ?? then)?.id ?? alert.instance;
}

function markRunning(clock: RunningClock, alert: ClockAlert): void {
  const at = secondsOf(alert.at);
  if (alert.what === 'breach') {
    clock.breached ??= [at, alert.priority];
    delete clock.pending;
    return;
  }
  clock.warned = { [alert.point]: at, ...clock.warned };
  delete clock.pending?.[alert.point];
}

/**
 * Holds a fold against what the timeline already says: alerts recorded before are not returned again, and a
 * recorded breach is never erased even if events that came later tell the story differently (rule 10).
 */
export function keepRecorded(step: Step, recorded: readonly ClockAlert[]): Step {
  if (recorded.length === 0) return step;
  const state = structuredClone(step.state);
  const ended = structuredClone([...step.ended]);
  const spans = spansOf(state, ended);
  const known = new Set<string>();
  for (const alert of recorded) {
    const id = targetOf(alert, spans);
    known.add(`${id} ${alert.point}`);
    const clock = state.running.find((c) => instanceId(c) === id);
    if (clock && !clock.ended) markRunning(clock, alert);
    const past = ended.find((i) => i.id === id);
    if (past && alert.what === 'breach') past.breachedAt ??= alert.at;
  }
  const alerts = step.alerts.filter((alert) => !known.has(`${alert.instance} ${alert.point}`));
  return { state, ended, alerts };
}

import type { ClockInstance, ClockState, RunningClock } from '../../../schemas/clock.ts';
import { isPaused } from './due-of.ts';

/** Epoch seconds → `2026-11-22T10:00:00.000Z`. */
export function isoOf(seconds: number): string {
  return new Date(seconds * 1000).toISOString();
}

/** ISO → whole epoch seconds, the unit all clocks count in. */
export function secondsOf(iso: string): number {
  return Math.floor(Date.parse(iso) / 1000);
}

export function instanceId(clock: {
  kind: string;
  start: number;
  born?: number | undefined;
}): string {
  return `${clock.kind}@${isoOf(clock.born ?? clock.start).replace('.000', '')}`;
}

function stateOf(clock: RunningClock): ClockInstance['state'] {
  if (clock.ended) return clock.ended[1];
  if (clock.breached) return 'breached';
  return isPaused(clock) ? 'paused' : 'running';
}

function pausesOf(clock: RunningClock): ClockInstance['pauses'] {
  const moments = clock.pauses ?? [];
  const pauses: ClockInstance['pauses'] = [];
  for (let i = 0; i < moments.length; i += 2) {
    const [from, to] = [moments[i] ?? 0, moments[i + 1]];
    // Being resolved is no pause until it is over: only reopening turns it into one.
    if (to === undefined && clock.ended?.[0] === from) continue;
    pauses.push(to === undefined ? { from: isoOf(from) } : { from: isoOf(from), to: isoOf(to) });
  }
  return pauses;
}

/** The full record of a clock (rule 18). A ticket without a promise has no clocks, so `use` is there. */
export function instanceOf(state: ClockState, clock: RunningClock): ClockInstance {
  return {
    id: instanceId(clock),
    kind: clock.kind,
    state: stateOf(clock),
    startedAt: isoOf(clock.start),
    ...(clock.due === undefined ? {} : { dueAt: isoOf(clock.due) }),
    targetSeconds: clock.target,
    warnedAt: Object.entries(clock.warned ?? {}).map(([point, at]) => ({ point, at: isoOf(at) })),
    ...(clock.breached ? { breachedAt: isoOf(clock.breached[0]) } : {}),
    ...(clock.ended ? { endedAt: isoOf(clock.ended[0]) } : {}),
    pauses: pausesOf(clock),
    promise: state.use?.promise ?? '',
    profile: state.use?.profile ?? 'normal',
    priority: clock.breached?.[1] ?? state.priority,
    calendars: clock.calendars.map(([, ref]) => ref),
  };
}

/** Every clock of the ticket that is running, paused, or (resolution) may go on after reopening. */
export function instancesOf(state: ClockState): ClockInstance[] {
  return state.running.map((clock) => instanceOf(state, clock));
}

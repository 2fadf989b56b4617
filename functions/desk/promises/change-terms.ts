import type { Priority } from '../../../schemas/primitives.ts';
import type { PromiseUse } from '../../../schemas/promise.ts';
import { isPaused } from './due-of.ts';
import {
  begin,
  calendarRef,
  end,
  type Fold,
  findClock,
  retimeClock,
  targetSeconds,
  termsOf,
  variantOf,
} from './fold.ts';
import { isOver, isStopped } from './pausing.ts';
import { beginReply } from './take-message.ts';

/** Picks the target anew from the original start (rule 10). A recorded breach stays as it was. */
export function changePriority(fold: Fold, priority: Priority, at: number): void {
  if (priority === fold.state.priority) return;
  fold.state.priority = priority;
  for (const clock of fold.state.running) {
    const target = termsOf(fold)?.profile[clock.kind];
    if (!target || clock.breached) continue;
    const seconds = targetSeconds(target, fold);
    if (seconds === clock.target) continue;
    clock.target = seconds;
    clock.since = at;
    retimeClock(fold, clock);
  }
}

/** Pauses that a clock begun now would have had since its start. */
function pausesSince(fold: Fold, kind: 'resolution' | 'next-reply', start: number): number[] {
  const pauses: number[] = [];
  for (const then of fold.history ?? []) {
    const shouldStop = isStopped(kind, variantOf(fold), then);
    if (shouldStop === (pauses.length % 2 === 1)) continue;
    const from = Math.max(then.at, start);
    // What was over before the clock's start is no pause of it.
    if (!shouldStop && pauses.at(-1) === from) pauses.pop();
    else pauses.push(from);
  }
  return pauses;
}

/** Whether taking a promise needs the statuses from the first event on: it brings a clock that began in the past. */
export function needsHistory(fold: Fold, use: PromiseUse): boolean {
  const brings = termsOf({ ...fold, state: { ...fold.state, use } })?.profile ?? {};
  const { first, asked } = fold.state;
  const bringsReply = brings['first-reply'] !== undefined || brings['next-reply'] !== undefined;
  return (
    (brings.resolution !== undefined && first !== undefined && !findClock(fold, 'resolution')) ||
    (bringsReply && asked !== undefined && !findClock(fold, 'first-reply', 'next-reply'))
  );
}

/** Clocks that run go on under the new terms: time so far is kept, under the calendar it was counted in. */
function carryOver(fold: Fold, at: number): void {
  for (const clock of fold.state.running) {
    const target = termsOf(fold)?.profile[clock.kind];
    if (!target || clock.breached) continue;
    clock.target = targetSeconds(target, fold);
    const ref = calendarRef(target, fold);
    if (clock.calendars.at(-1)?.[1] !== ref) clock.calendars.push([Math.max(at, clock.start), ref]);
    clock.since = at;
    if (!clock.ended && isStopped(clock.kind, variantOf(fold), fold.state) !== isPaused(clock)) {
      clock.pauses = [...(clock.pauses ?? []), at];
    }
    retimeClock(fold, clock);
  }
}

function isSame(a: PromiseUse, b: PromiseUse): boolean {
  const calendars = new Set(a.calendars);
  const areSame =
    calendars.size === b.calendars.length && b.calendars.every((c) => calendars.has(c));
  return a.promise === b.promise && a.profile === b.profile && areSame;
}

/**
 * The promise was applied to this ticket on purpose (rule 11). Applying the same versions again changes nothing;
 * breaches and pauses stay. Clocks that the promise no longer has are cancelled, new ones start where they
 * would have started.
 */
export function applyPromise(fold: Fold, use: PromiseUse, at: number): void {
  const { state } = fold;
  if (state.use && isSame(use, state.use)) return;
  const kindsBefore = state.running.filter((clock) => !clock.ended).map((clock) => clock.kind);
  const after = termsOf({ ...fold, state: { ...state, use } })?.profile ?? {};
  end(
    fold,
    kindsBefore.filter((kind) => !after[kind]),
    at,
    'cancelled',
  );

  const before = state.use;
  if (before && !state.past?.some((use) => isSame(use, before)))
    state.past = [...(state.past ?? []), before];
  state.use = use;
  state.running = state.running.filter((clock) => after[clock.kind]);
  carryOver(fold, at);
  if (isOver(state.status)) return;
  if (state.asked !== undefined) {
    // Asked while the ticket lay in spam: that time does not count, as if it had been released under this promise.
    const pauses = pausesSince(fold, 'next-reply', state.asked);
    beginReply(fold, state.asked, { since: at, pauses });
  }
  if (state.first !== undefined && !findClock(fold, 'resolution')) {
    const pauses = pausesSince(fold, 'resolution', state.first);
    begin(fold, { kind: 'resolution', start: state.first, since: at, pauses });
  }
}

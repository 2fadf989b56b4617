import type { ClockInstance, ClockState, RunningClock } from '../../../schemas/clock.ts';
import type {
  ClockKind,
  ClockTarget,
  Profile,
  ResolutionVariant,
  ServicePromise,
} from '../../../schemas/promise.ts';
import type { Book } from './book.ts';
import { isPaused, retime } from './due-of.ts';
import { instanceOf } from './instance-of.ts';
import { isStopped, type StatusNow } from './pausing.ts';

/** One status the ticket has had, from a moment (epoch seconds) on. */
export type StatusSince = StatusNow & { readonly at: number };

/** The draft that one event works on. `state` is a copy and may be changed. */
export interface Fold {
  readonly state: ClockState;
  readonly book: Book;
  readonly ended: ClockInstance[];
  /** Every status so far; only known when all events are folded from the first. */
  readonly history: readonly StatusSince[] | undefined;
}

interface Terms {
  readonly promise: ServicePromise;
  readonly profile: Profile;
}

/** The pinned promise and the profile given at creation; `undefined` on a ticket without a promise. */
export function termsOf({ state, book }: Fold): Terms | undefined {
  if (!state.use) return undefined;
  const promise = book.promises.get(state.use.promise);
  if (!promise) throw new Error(`promise ${state.use.promise} is not in the book`);
  const profile = state.use.profile === 'peak' ? (promise.peak ?? promise.normal) : promise.normal;
  return { promise, profile };
}

export function targetSeconds(target: ClockTarget, fold: Fold): number {
  return target.targetSeconds[fold.state.priority] ?? target.targetSeconds.normal;
}

/** `24x7`, or the version of the calendar that the ticket's promise pins. */
export function calendarRef(target: ClockTarget, fold: Fold): string {
  if (target.calendar === '24x7') return '24x7';
  const ref = fold.state.use?.calendars.find((r) => r.startsWith(`${target.calendar}@`));
  if (!ref) throw new Error(`the ticket pins no version of calendar ${target.calendar}`);
  return ref;
}

export function variantOf(fold: Fold): ResolutionVariant {
  return termsOf(fold)?.profile.resolution?.variant ?? 'waiting';
}

export function findClock(fold: Fold, ...kinds: ClockKind[]): RunningClock | undefined {
  return fold.state.running.find((clock) => kinds.includes(clock.kind));
}

export function retimeClock(fold: Fold, clock: RunningClock): void {
  retime(clock, termsOf(fold)?.promise.warn ?? [], fold.book);
}

export interface Beginning {
  readonly kind: ClockKind;
  readonly start: number;
  /** The moment it is begun, if that is after its start: nothing is stamped earlier. */
  readonly since?: number;
  readonly pauses?: number[];
}

/** Starts a clock if the promise has one of the kind. */
export function begin(fold: Fold, { kind, start, since, pauses }: Beginning): void {
  const target = termsOf(fold)?.profile[kind];
  if (!target) return;
  const clock: RunningClock = {
    kind,
    start,
    target: targetSeconds(target, fold),
    calendars: [[start, calendarRef(target, fold)]],
    ...(pauses && pauses.length > 0 ? { pauses } : {}),
    ...(since === undefined || since <= start ? {} : { since, born: since }),
  };
  if (!isPaused(clock) && isStopped(kind, variantOf(fold), statusNow(fold))) {
    clock.pauses = [...(clock.pauses ?? []), Math.max(since ?? start, start)];
  }
  retimeClock(fold, clock);
  fold.state.running.push(clock);
}

export function statusNow({ state }: Fold): StatusNow {
  return { status: state.status, forCustomer: state.forCustomer };
}

/**
 * Ends clocks at a moment. `fulfilled`: met up to due, missed after it (rule 12; a breach recorded stays).
 * Only what reopening goes on with stays in the state: a resolution, and everything while the ticket is spam.
 */
export function end(
  fold: Fold,
  kinds: readonly ClockKind[],
  at: number,
  how: 'fulfilled' | 'cancelled',
): void {
  for (const clock of fold.state.running.filter((c) => kinds.includes(c.kind) && !c.ended)) {
    const isLate = clock.breached !== undefined || (clock.due !== undefined && at > clock.due);
    const outcome = how === 'cancelled' ? 'cancelled' : isLate ? 'missed' : 'met';
    clock.ended = [at, outcome];
    delete clock.pending;
    fold.ended.push(structuredClone(instanceOf(fold.state, clock)));
  }
  const { state } = fold;
  state.running = state.running.filter(
    (c) => !c.ended || c.kind === 'resolution' || state.status === 'spam',
  );
}

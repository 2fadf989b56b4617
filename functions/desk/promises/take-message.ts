import { changeStatus } from './change-status.ts';
import { begin, end, type Fold, findClock, retimeClock, termsOf } from './fold.ts';
import { isOver } from './pausing.ts';

/** Starts the reply clock of a question, unless one runs: first reply until a human has spoken, then next reply. */
export function beginReply(
  fold: Fold,
  start: number,
  { since = start, pauses = [] }: { since?: number; pauses?: number[] } = {},
): void {
  if (findClock(fold, 'first-reply', 'next-reply')) return;
  // Who opened the ticket for us has spoken first, so the customer's words ask for a next reply.
  const kind = fold.state.replied || fold.state.byAgent ? 'next-reply' : 'first-reply';
  begin(fold, { kind, start, since, pauses });
}

/** A customer's message ends pauses, reopens, and asks, at its own time (rules 5, 7 and 8). */
export function takeCustomerMessage(fold: Fold, at: number): void {
  const { state } = fold;
  if (state.status !== 'open' && state.status !== 'spam')
    changeStatus(fold, { status: 'open' }, at);
  const isFirst = state.first === undefined;
  state.first ??= at;
  state.asked ??= at;
  if (isOver(state.status)) return;
  beginReply(fold, at);
  if (isFirst && !findClock(fold, 'resolution')) begin(fold, { kind: 'resolution', start: at });
}

/** A human public reply, or a talk on the phone: answers what was asked and starts the update clock. */
export function takeHumanReply(fold: Fold, at: number): void {
  const { state } = fold;
  end(fold, ['first-reply', 'next-reply', 'update'], at, 'fulfilled');
  // Clocks that spam had kept are answered too.
  state.running = state.running.filter((c) => !c.ended || c.kind === 'resolution');
  delete state.asked;
  state.replied = true;
  if (!isOver(state.status)) begin(fold, { kind: 'update', start: at });
}

/** A third party in copy: fulfils nothing; asks like the customer if the promise says so (rule 15). */
export function takeThirdParty(fold: Fold, at: number): void {
  if (termsOf(fold)?.promise.options.thirdParty === 'customer') takeCustomerMessage(fold, at);
}

/**
 * Another ticket's oldest open question comes in: the reply clock starts there if it is earlier (rule 14).
 * First reply stays what it was; if it has been given, the question asks for a next reply.
 */
export function takeMerge(fold: Fold, unanswered: number, at: number): void {
  const { state } = fold;
  if (isOver(state.status)) return;
  const isFirst = state.first === undefined;
  state.first ??= unanswered;
  state.asked = Math.min(state.asked ?? unanswered, unanswered);

  const clock = findClock(fold, 'first-reply', 'next-reply');
  if (!clock) beginReply(fold, unanswered, { since: at });
  else if (unanswered < clock.start && !clock.breached) {
    clock.born ??= clock.start;
    clock.start = unanswered;
    if (clock.calendars[0]) clock.calendars[0][0] = unanswered;
    clock.since = at;
    retimeClock(fold, clock);
  }
  if (isFirst) begin(fold, { kind: 'resolution', start: unanswered, since: at });
}

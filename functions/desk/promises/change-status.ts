import type { ClockStatus } from '../../../schemas/clock.ts';
import { isPaused } from './due-of.ts';
import { begin, end, type Fold, findClock, retimeClock, statusNow, variantOf } from './fold.ts';
import { isOver, isStopped } from './pausing.ts';

/** Opens or closes the pause of every clock as the status now says; changing between two pauses does neither. */
function settlePauses(fold: Fold, at: number): void {
  for (const clock of fold.state.running) {
    const shouldStop = isStopped(clock.kind, variantOf(fold), statusNow(fold));
    if (shouldStop === isPaused(clock)) continue;
    clock.pauses = [...(clock.pauses ?? []), at];
    if (!shouldStop) clock.since = at;
    retimeClock(fold, clock);
  }
}

/** Reply clocks end unanswered, a resolution is fulfilled by closing and void in spam (rule 7). */
function finish(fold: Fold, status: ClockStatus, at: number): void {
  end(fold, ['first-reply', 'next-reply', 'update'], at, 'cancelled');
  end(fold, ['resolution'], at, status === 'closed' ? 'fulfilled' : 'cancelled');
  // Spam keeps the question: if it was none, the customer still waits.
  if (status === 'closed') delete fold.state.asked;
}

/** Goes on with what was left; after closing that is the resolution only, reply clocks start anew with a message. */
function reopen(fold: Fold, at: number): void {
  for (const clock of fold.state.running) {
    delete clock.ended;
    clock.since = at;
    retimeClock(fold, clock);
  }
  const { asked, replied, byAgent } = fold.state;
  if (asked === undefined || findClock(fold, 'first-reply', 'next-reply')) return;
  const kind = replied || byAgent ? 'next-reply' : 'first-reply';
  begin(fold, { kind, start: asked, since: at, pauses: [asked, at] });
}

/** The ticket's status changes at a moment (epoch seconds). */
export function changeStatus(
  fold: Fold,
  to: { status: ClockStatus; forCustomer?: boolean | undefined },
  at: number,
): void {
  const { state } = fold;
  const wasOver = isOver(state.status);
  state.status = to.status;
  if (to.status === 'snoozed' && to.forCustomer) state.forCustomer = true;
  else delete state.forCustomer;

  if (isOver(to.status)) finish(fold, to.status, at);
  else if (wasOver) reopen(fold, at);
  settlePauses(fold, at);
}

import type { ClockAlert, ClockEvent, ClockState } from '../../../schemas/clock.ts';
import { recordPast } from './alerts.ts';
import type { Book } from './book.ts';
import { changeStatus } from './change-status.ts';
import { applyPromise, changePriority, needsHistory } from './change-terms.ts';
import type { Step } from './clocks.ts';
import { end, type Fold, type StatusSince } from './fold.ts';
import { instanceId, secondsOf } from './instance-of.ts';
import { takeCustomerMessage, takeHumanReply, takeMerge, takeThirdParty } from './take-message.ts';

const ALL_KINDS = ['first-reply', 'next-reply', 'resolution', 'update'] as const;

type LaterEvent = Exclude<ClockEvent, { kind: 'created' | 'delivery-failed' }>;

function useOf(fold: Fold, event: Extract<ClockEvent, { kind: 'promise' }>) {
  const profile = fold.state.use?.profile ?? 'normal';
  return { promise: event.promise, profile, calendars: event.calendars };
}

/** What each event does; the kinds that do nothing fulfil nothing (rule 6). */
function take(fold: Fold, event: LaterEvent, at: number): void {
  switch (event.kind) {
    case 'customer-message':
      return takeCustomerMessage(fold, at);
    case 'third-party-message':
      return takeThirdParty(fold, at);
    case 'human-reply':
      return takeHumanReply(fold, at);
    case 'note':
      return event.talked ? takeHumanReply(fold, at) : undefined;
    case 'status':
      return changeStatus(fold, event, at);
    case 'priority':
      return changePriority(fold, event.priority, at);
    case 'promise':
      return applyPromise(fold, useOf(fold, event), at);
    case 'merged':
      return event.unansweredAt ? takeMerge(fold, secondsOf(event.unansweredAt), at) : undefined;
    case 'merged-away':
      end(fold, ALL_KINDS, at, 'cancelled');
      delete fold.state.asked;
      return changeStatus(fold, { status: 'closed' }, at);
    case 'automatic-reply':
    case 'moved':
      return undefined;
  }
}

/** A warning that came to light with the event that ended its clock is recorded, but nobody needs it any more. */
function announceable(alert: ClockAlert, state: ClockState): ClockAlert {
  const isLive = state.running.some((c) => !c.ended && instanceId(c) === alert.instance);
  return alert.what === 'warn' && !isLive ? { ...alert, announce: false } : alert;
}

/**
 * Takes one event. `'refold'` means that only all events together tell the answer: this one is older than the
 * last taken, a reply did not arrive, or an applied promise brings a resolution clock. Load the ticket's events
 * and call `runClocks`.
 */
export function advance(
  state: ClockState,
  event: ClockEvent,
  book: Book,
  history?: readonly StatusSince[],
): Step | 'refold' {
  const millis = Date.parse(event.at);
  if (millis < state.last || event.kind === 'created' || event.kind === 'delivery-failed')
    return 'refold';

  const draft = structuredClone(state);
  const fold: Fold = { state: draft, book, ended: [], history };
  if (event.kind === 'promise' && !history && needsHistory(fold, useOf(fold, event)))
    return 'refold';

  const at = Math.floor(millis / 1000);
  draft.last = millis;
  const before = recordPast(draft, at);
  take(fold, event, at);
  const after = recordPast(draft, at);
  const alerts = [...before.map((alert) => announceable(alert, draft)), ...after];
  return { state: draft, ended: fold.ended, alerts };
}

import type { ClockAlert, ClockEvent, ClockInstance, ClockState } from '../../../schemas/clock.ts';
import { advance } from './advance.ts';
import type { Book } from './book.ts';
import { begin, type Fold, type StatusSince, termsOf } from './fold.ts';
import { keepRecorded } from './keep-recorded.ts';
import { takeCustomerMessage } from './take-message.ts';

export type CreatedEvent = Extract<ClockEvent, { kind: 'created' }>;

/** What events did. `ended` and `alerts` belong on the timeline, in the transaction that saves `state`. */
export interface Step {
  readonly state: ClockState;
  /** Upsert by id: a resolution clock can end, go on after reopening, and end again. */
  readonly ended: readonly ClockInstance[];
  readonly alerts: readonly ClockAlert[];
}

/** The clocks of a new ticket. The event of an opening customer's message needs no `customer-message` besides. */
export function startClocks(created: CreatedEvent, book: Book): ClockState {
  const millis = Date.parse(created.at);
  const at = Math.floor(millis / 1000);
  const state: ClockState = {
    last: millis,
    status: 'open',
    priority: created.priority,
    ...(created.use ? { use: created.use } : {}),
    running: [],
  };
  const fold: Fold = { state, book, ended: [], history: undefined };
  if (created.openedBy === 'customer') {
    takeCustomerMessage(fold, at);
    return state;
  }
  if (created.openedBy === 'robot') return state;
  state.byAgent = true;
  if (termsOf(fold)?.promise.options.agentOpened === 'from-creation') {
    begin(fold, { kind: 'first-reply', start: at });
  }
  return state;
}

function byTime(a: ClockEvent, b: ClockEvent): number {
  return Date.parse(a.at) - Date.parse(b.at);
}

/**
 * Events in the order of their times; a reply that never arrived is taken as if it had not been written.
 * The message that opened the ticket may not have been the customer's first, because mail overtakes mail;
 * anything else that claims to be older than the ticket comes from a clock that is behind.
 */
function inOrder(events: readonly ClockEvent[]): { created: CreatedEvent; later: ClockEvent[] } {
  const failed = new Set(
    events.flatMap((e) => (e.kind === 'delivery-failed' ? [e.messageId] : [])),
  );
  const opening = events.find((e) => e.kind === 'created');
  if (!opening) throw new Error('a ticket’s events begin with its creation');

  const openings = events
    .filter((e) => e.kind === 'customer-message' || e === opening)
    .sort(byTime);
  const at = opening.openedBy === 'customer' ? (openings[0]?.at ?? opening.at) : opening.at;
  const own: ClockEvent[] = at === opening.at ? [] : [{ kind: 'customer-message', at: opening.at }];
  const rest = events
    .filter((e) => e.kind !== 'created')
    .map((e): ClockEvent => {
      const isVoid =
        e.kind === 'delivery-failed' || (e.kind === 'human-reply' && failed.has(e.messageId));
      const time = Date.parse(e.at) < Date.parse(at) ? at : e.at;
      return isVoid ? { kind: 'note', at: time } : { ...e, at: time };
    });
  return { created: { ...opening, at }, later: [...own, ...rest].sort(byTime) };
}

/**
 * All events from the first, in any order: the definition of what clocks are, and the way back whenever `advance`
 * asks for a refold. `recorded` are the alerts already on the timeline: they are kept, and not returned again.
 */
export function runClocks(
  events: readonly ClockEvent[],
  book: Book,
  recorded: readonly ClockAlert[] = [],
): Step {
  const { created, later } = inOrder(events);
  let state = startClocks(created, book);
  const history: StatusSince[] = [];
  const ended = new Map<string, ClockInstance>();
  const alerts: ClockAlert[] = [];

  for (const event of later) {
    const step = advance(state, event, book, history);
    if (step === 'refold') continue;
    state = step.state;
    for (const instance of step.ended) ended.set(instance.id, instance);
    alerts.push(...step.alerts);
    history.push({
      at: Math.floor(state.last / 1000),
      status: state.status,
      forCustomer: state.forCustomer,
    });
  }
  return keepRecorded({ state, ended: [...ended.values()], alerts }, recorded);
}

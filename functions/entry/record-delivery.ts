import type { DeliveryState, Message } from '../../schemas/timeline.ts';
import { moveDelivery, sendingId } from '../desk/delivery/outcome.ts';
import type { DeliveryAction } from '../desk/delivery/states.ts';
import type { EntryPlace, OutboxStore, TicketStore } from '../desk/stores.ts';
import { deliveryFailed } from '../desk/tickets/resend.ts';
import type { BookLoader } from './book-loader.ts';
import { recentTimeline, withTimelineIfNeeded } from './whole-timeline.ts';

export type RecordingDeps = {
  readonly tickets: Pick<TicketStore, 'load' | 'loadWithTimeline' | 'loadEntry' | 'save'>;
  readonly outbox: Pick<OutboxStore, 'moveDelivery'>;
  readonly bookOf: BookLoader;
  /** ISO 8601 with milliseconds. */
  readonly now: () => string;
};

/** What became of a message of ours; `error` in the provider's words. */
export type DeliveryNews = {
  readonly action: keyof typeof reached;
  readonly error?: string;
  readonly permanent?: boolean;
};

/** The state each piece of news leads to. */
const reached = {
  sent: 'sent',
  delivered: 'delivered',
  read: 'read',
  delayed: 'delayed',
  bounced: 'bounced',
  complained: 'complained',
  fail: 'failed',
  lose: 'unknown',
  block: 'blocked',
  'close-window': 'window-closed',
} as const satisfies Partial<Record<DeliveryAction, DeliveryState>>;

/** The customer does not have the message, or nobody can say: the ticket must hear of it, and its clock runs on. */
const notReached: ReadonlySet<DeliveryState> = new Set([
  'bounced',
  'failed',
  'unknown',
  'blocked',
  'window-closed',
]);

const triesMax = 10;

/** A message of ours; undefined when the place holds anything else. */
export async function loadSent(
  tickets: Pick<TicketStore, 'loadEntry'>,
  place: EntryPlace,
): Promise<Message | undefined> {
  const entry = await tickets.loadEntry(place);
  return entry?.type === 'message' && entry.direction === 'out' && entry.delivery
    ? entry
    : undefined;
}

/**
 * Moves a message's delivery and, when the customer was not reached, tells the ticket: its clock runs again. Repeating
 * changes nothing, also when a crash came between the two. A state that the news cannot change stays ('unchanged').
 * `loaded` is the message as the caller just read it.
 */
export async function recordDelivery(
  deps: RecordingDeps,
  place: EntryPlace,
  { action, error, permanent }: DeliveryNews,
  loaded?: Message,
): Promise<'recorded' | 'unchanged' | 'missing'> {
  for (let tries = 0; tries < triesMax; tries += 1) {
    const message = (tries === 0 && loaded) || (await loadSent(deps.tickets, place));
    if (!message?.delivery) return 'missing';
    // What became of an earlier sending says nothing of the newest.
    const { resends = 0 } = message.delivery;
    if (place.resends !== undefined && place.resends !== resends) return 'unchanged';
    // A receipt may overtake the answer to our own call, which alone knows the provider's id.
    if (action === 'sent' && message.delivery.state === 'sending') return 'unchanged';
    const delivery = moveDelivery(message.delivery, action, {
      now: deps.now(),
      ...(error !== undefined && { error: error.slice(0, 500) }),
      ...(permanent !== undefined && { permanent }),
    });
    const isThere = message.delivery.state === reached[action];
    if (!delivery && !isThere) return 'unchanged';
    const moved = delivery ? { ...message, delivery } : message;
    if (
      delivery &&
      (await deps.outbox.moveDelivery({ message: moved, from: message.delivery })) === 'stale'
    )
      continue;
    if (notReached.has(reached[action])) await tellTicket(deps, moved);
    return delivery ? 'recorded' : 'unchanged';
  }
  throw new Error('the delivery changed at every try');
}

/** Once for each sending: the event that says so is looked for before it is written. */
async function tellTicket(deps: RecordingDeps, message: Message): Promise<void> {
  const sending = sendingId(message.id, message.delivery ?? {});
  for (let tries = 0; tries < triesMax; tries += 1) {
    const ticket = await deps.tickets.load(message.ticketId);
    if (!ticket) return;
    const recent = await recentTimeline(deps.tickets, ticket.id);
    const isTold = recent.some(
      (entry) =>
        entry.type === 'event' &&
        entry.kind === 'delivery-failed' &&
        entry.data['sending'] === sending,
    );
    if (isTold) return;
    const failing = { ticket, message, error: message.delivery?.error ?? '', now: deps.now() };
    const folding = { book: await deps.bookOf(ticket) };
    const change = await withTimelineIfNeeded(deps.tickets, ticket.id, (timeline) =>
      deliveryFailed({ ...failing, folding: { ...folding, timeline } }),
    );
    if ((await deps.tickets.save(change)) === 'saved') return;
  }
  throw new Error('the ticket changed at every try');
}

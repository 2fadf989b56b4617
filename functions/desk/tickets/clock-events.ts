import type { ClockAlert, ClockEvent, ClockStatus } from '../../../schemas/clock.ts';
import type { PromiseUse } from '../../../schemas/promise.ts';
import type { Ticket } from '../../../schemas/ticket.ts';
import type { Message, TicketEvent, TimelineEntry } from '../../../schemas/timeline.ts';
import { clockEventsOfCall } from '../calls/outcome.ts';
import { appliedPromise, firstUse } from '../promises/applied-use.ts';

const statusOf: Readonly<Partial<Record<TicketEvent['kind'], ClockStatus>>> = {
  waiting: 'waiting',
  'on-hold': 'on_hold',
  snoozed: 'snoozed',
  woken: 'open',
  closed: 'closed',
  reopened: 'open',
  'marked-spam': 'spam',
  'not-spam': 'open',
};

const ofMessage = (message: Message): ClockEvent[] => {
  const at = message.occurredAt;
  const after: ClockEvent[] = message.statusAfter
    ? [{ kind: 'status', at, status: message.statusAfter }]
    : [];
  if (message.kind === 'customer') return [{ kind: 'customer-message', at }, ...after];
  if (message.call) return [...clockEventsOfCall({ ...message, call: message.call }), ...after];
  if (message.kind === 'third-party') return [{ kind: 'third-party-message', at }, ...after];
  if (message.kind === 'reply')
    return [{ kind: 'human-reply', at, messageId: message.id }, ...after];
  if (message.kind === 'acknowledgement' || message.kind === 'notice')
    return [{ kind: 'automatic-reply', at }];
  return [];
};

const ofEvent = (event: TicketEvent): ClockEvent[] => {
  const at = event.occurredAt;
  const status = statusOf[event.kind];
  if (status) return [{ kind: 'status', at, status }];
  const { data } = event;
  if (event.kind === 'priority')
    return [{ kind: 'priority', at, priority: data['to'] as Ticket['priority'] }];
  if (event.kind === 'delivery-failed')
    return [{ kind: 'delivery-failed', at, messageId: String(data['sending']) }];
  if (event.kind === 'resent')
    return [{ kind: 'human-reply', at, messageId: String(data['sending']) }];
  if (event.kind === 'promise') return [appliedPromise(event)];
  if (event.kind === 'moved') return [{ kind: 'moved', at }];
  return [];
};

/** Of a ticket that was spam from its first message the timeline tells no more than its release, if there was one. */
const beganAsSpam = (
  sorted: readonly TimelineEntry[],
  status: ClockStatus | undefined,
): boolean => {
  const first = sorted.find((entry) =>
    entry.type === 'message'
      ? entry.statusAfter !== undefined
      : entry.type === 'event' && statusOf[entry.kind] !== undefined,
  );
  return first ? first.type === 'event' && first.kind === 'not-spam' : status === 'spam';
};

/**
 * What happened to a ticket as its clocks see it, oldest first: the whole timeline, from which they can be
 * folded again at any time (sla.md rule 1). The earliest message of the customer is the creation.
 */
export const clockEventsOf = (
  ticket: Pick<Ticket, 'createdAt' | 'priority' | 'clocks'> & Partial<Pick<Ticket, 'status'>>,
  entries: readonly TimelineEntry[],
  use: PromiseUse | undefined,
): ClockEvent[] => {
  const sorted = entries.toSorted((a, b) => a.occurredAt.localeCompare(b.occurredAt));
  const first = sorted.find(
    (entry) => entry.type === 'message' && ofMessage(entry)[0]?.kind === 'customer-message',
  );
  const repriced = sorted.find((entry) => entry.type === 'event' && entry.kind === 'priority');
  const from = repriced?.type === 'event' ? repriced.data['from'] : undefined;
  const created: ClockEvent = {
    kind: 'created',
    at: first?.occurredAt ?? ticket.createdAt,
    // What only a robot said promises nothing to anybody: its clocks begin with a person's message.
    openedBy: first ? 'customer' : 'robot',
    priority: (from as Ticket['priority'] | undefined) ?? ticket.priority,
    use: firstUse(sorted, use),
  };
  const heldApart: ClockEvent[] = beganAsSpam(sorted, ticket.status ?? ticket.clocks?.status)
    ? [{ kind: 'status', at: created.at, status: 'spam' }]
    : [];
  const later = sorted.flatMap((entry): ClockEvent[] =>
    entry.type === 'message'
      ? // The creation stands for the first question; of an answered call the answer is left.
        ofMessage(entry).slice(entry === first ? 1 : 0)
      : entry.type === 'note'
        ? [{ kind: 'note', at: entry.occurredAt }]
        : ofEvent(entry),
  );
  return [created, ...heldApart, ...later];
};

/** Warnings and breaches the timeline already holds: they are neither erased nor announced again. */
export const recordedAlertsOf = (entries: readonly TimelineEntry[]): ClockAlert[] =>
  entries.flatMap((entry): ClockAlert[] => {
    if (entry.type !== 'event' || (entry.kind !== 'warned' && entry.kind !== 'breached')) return [];
    const { data } = entry;
    return [
      {
        what: entry.kind === 'warned' ? 'warn' : 'breach',
        instance: String(data['instance']),
        kind: data['clock'] as ClockAlert['kind'],
        point: String(data['point']),
        at: entry.occurredAt,
        dueAt: String(data['dueAt']),
        priority: data['priority'] as ClockAlert['priority'],
        promise: String(data['promise']),
        late: data['late'] === true,
        announce: false,
      },
    ];
  });

import type { TopicReason } from '../../../schemas/desk.ts';
import type { Inbound } from '../../desk/inbound.ts';
import { bookOf } from '../../desk/promises/book.ts';
import { dispatchTicket } from '../../desk/tickets/dispatch.ts';
import { openingChange } from '../../entry/intake/make-change.ts';
import type { ExplainingDesk } from './explaining-desk.ts';

export type Outcome = {
  readonly topic: { readonly id: string } & TopicReason;
  readonly line: string | null;
  readonly promise: {
    readonly id: string;
    readonly version: number;
    readonly name: string;
    readonly targetSeconds: number;
    /** A calendar's id, or `24x7`. */
    readonly calendar: string;
    readonly dueAt: string;
  } | null;
  readonly isAcknowledged: boolean;
};

/** Time between a message's arrival and its dispatch; acknowledgements are written then. */
const dispatchMilliseconds = 1_000;

/**
 * What intake and dispatch would make of a message that belongs to no ticket yet: the same rules, on a ticket that is
 * thrown away.
 */
export const whatWouldHappen = (inbound: Inbound, desk: ExplainingDesk): Outcome => {
  const now = new Date(Date.parse(inbound.occurredAt) + dispatchMilliseconds).toISOString();
  const { ticket, entries } = openingChange({
    inbound,
    known: { pointers: [] },
    number: 1,
    topics: desk.topics,
    book: desk.book,
    connection: desk.connections.find(({ id }) => id === inbound.connectionId),
    followUpOf: undefined,
    now,
  });
  // Spam has its promise in reserve; nobody gets it and nothing is due before somebody releases it.
  const dispatched =
    ticket.status === 'spam'
      ? undefined
      : dispatchTicket({ ticket, entries, desk, isAckAllowed: true, now })?.ticket;
  return {
    topic: { id: ticket.topic, ...ticket.topicReason },
    line: dispatched?.line ?? null,
    promise: promiseOf(dispatched, desk),
    isAcknowledged: dispatched?.acknowledgementId !== undefined,
  };
};

const promiseOf = (
  ticket: ReturnType<typeof openingChange>['ticket'] | undefined,
  { promises, calendars }: ExplainingDesk,
): Outcome['promise'] => {
  const ref = ticket?.clocks?.use?.promise;
  const promise = ref === undefined ? undefined : bookOf(promises, calendars).promises.get(ref);
  const first = ticket?.clocks?.running.find(({ kind }) => kind === 'first-reply');
  const target = promise?.normal['first-reply'];
  if (!promise || !target || first?.due === undefined) return null;
  return {
    id: promise.id,
    version: promise.version,
    name: promise.name,
    targetSeconds: first.target,
    calendar: target.calendar,
    dueAt: new Date(first.due * 1000).toISOString(),
  };
};

import type { EntryPlace, OutboxStore, PageOf, TicketStore } from '../../functions/desk/stores.ts';
import { groupOf } from '../../functions/desk/tickets/states.ts';
import type { Ticket, TicketSummary } from '../../schemas/ticket.ts';
import type { TimelineEntry } from '../../schemas/timeline.ts';

type MemoryTickets = TicketStore &
  Pick<OutboxStore, 'moveDelivery'> & {
    readonly put: (ticket: Ticket, entries?: readonly TimelineEntry[]) => void;
    /** Runs before the next save, once: somebody else's change in between. */
    readonly beforeSave: (interfere: () => void) => void;
    readonly timeline: (ticketId: string) => readonly TimelineEntry[];
  };

/** Tickets of one test, with the same conditions as the table: a save is refused when the version moved. */
export const memoryTickets = (): MemoryTickets => {
  const tickets = new Map<string, Ticket>();
  const entries = new Map<string, TimelineEntry[]>();
  let interference: (() => void) | undefined;

  const timeline = (ticketId: string) =>
    (entries.get(ticketId) ?? []).toSorted((a, b) => a.occurredAt.localeCompare(b.occurredAt));
  const listed = (filter: (ticket: Ticket) => boolean): PageOf<TicketSummary> => ({
    items: [...tickets.values()].filter(filter),
  });
  const isAt = (place: EntryPlace) => (entry: TimelineEntry) =>
    entry.id === place.id && entry.occurredAt === place.occurredAt;

  return {
    put: (ticket, added = []) => {
      tickets.set(ticket.id, ticket);
      entries.set(ticket.id, [...(entries.get(ticket.id) ?? []), ...added]);
    },
    beforeSave: (interfere) => {
      interference = interfere;
    },
    timeline,
    load: async (ticketId) => tickets.get(ticketId),
    loadWithTimeline: async (ticketId, { limit }) => {
      const ticket = tickets.get(ticketId);
      const carried = ticket?.carried ?? [];
      return ticket && { ticket, entries: [...timeline(ticketId), ...carried].slice(-limit) };
    },
    loadEntry: async (place) => timeline(place.ticketId).find(isAt(place)),
    save: async ({ ticket, expects, entries: added }) => {
      const interfere = interference;
      interference = undefined;
      interfere?.();
      if ((tickets.get(ticket.id)?.version ?? 'new') !== expects) return 'stale';
      tickets.set(ticket.id, ticket);
      entries.set(ticket.id, [...(entries.get(ticket.id) ?? []), ...added]);
      return 'saved';
    },
    saveIntake: async () => {
      throw new Error('intake is not part of these tests');
    },
    changeMessage: async (place, rule) => {
      const all = entries.get(place.ticketId) ?? [];
      const index = all.findIndex(isAt(place));
      const stored = all[index];
      if (stored?.type !== 'message') return 'missing';
      const changed = rule(stored);
      if (changed) all[index] = changed;
      return changed ? 'changed' : 'unchanged';
    },
    joinMessage: async () => {
      throw new Error('intake is not part of these tests');
    },
    listByTopic: async ({ topic, group, isFree = false }) =>
      listed(
        (ticket) =>
          ticket.topic === topic &&
          groupOf(ticket.status) === group &&
          !(isFree && ticket.assigneeId !== undefined),
      ),
    listAcross: async ({ topics, group }) =>
      listed(({ topic, status }) => topics.includes(topic) && groupOf(status) === group),
    listByAgent: async ({ agentId, group }) =>
      listed((ticket) => ticket.assigneeId === agentId && groupOf(ticket.status) === group),
    listByCustomer: async ({ customerIds }) =>
      listed((ticket) => customerIds.includes(ticket.customerId)),
    moveDelivery: async ({ message, from }) => {
      const all = entries.get(message.ticketId) ?? [];
      const index = all.findIndex(isAt(message));
      const stored = all[index];
      if (stored?.type !== 'message' || stored.delivery?.state !== from.state) return 'stale';
      all[index] = message;
      return 'saved';
    },
  };
};

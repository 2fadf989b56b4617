import type { Customer } from '../../../schemas/customer.ts';
import type { Ticket } from '../../../schemas/ticket.ts';
import type { TimelineEntry } from '../../../schemas/timeline.ts';
import type { IntakeChange, TicketChange } from '../../desk/change.ts';
import { identityKeyOf } from '../../desk/customers/identity-key.ts';
import type {
  EntryPlace,
  FuseStore,
  OutboxStore,
  PointerStore,
  PointerTarget,
  TicketStore,
} from '../../desk/stores.ts';
import { customerItem } from '../../dynamo/customer-item.ts';
import { entryItems } from '../../dynamo/entry-item.ts';
import { pointerKey } from '../../dynamo/keys.ts';
import type { Item } from '../../dynamo/table.ts';
import { ticketItem } from '../../dynamo/ticket-item.ts';
import type { Standing } from './standings.ts';

export type MemoryDesk = {
  readonly tickets: Pick<
    TicketStore,
    'load' | 'loadWithTimeline' | 'loadEntry' | 'save' | 'saveIntake'
  >;
  readonly pointers: PointerStore;
  readonly outbox: Pick<OutboxStore, 'moveDelivery' | 'putAlias' | 'findAlias'>;
  readonly fuses: FuseStore;
  /** Messages that became ready to send since it was asked last: what relay would hand to deliver. */
  readonly takeQueued: () => readonly EntryPlace[];
  /** All of it as the stores would have written it. */
  readonly items: () => readonly Item[];
};

/**
 * The stores in memory, for two weeks that pass in seconds: history needs no conditions, because nobody else writes
 * it. At the end everything goes to the table in batches, in the items that the real stores make.
 */
export const memoryDesk = (
  standingOf: (name: string) => Standing | undefined = () => undefined,
): MemoryDesk => {
  const tickets = new Map<string, Ticket>();
  /** Entries of one save share an item, so they are kept as they were saved. */
  const saves = new Map<string, TimelineEntry[][]>();
  const pointers = new Map<string, PointerTarget>();
  const customers = new Map<string, Customer>();
  const fuses = new Map<string, number>();
  let queued: EntryPlace[] = [];

  const timelineOf = (ticketId: string) =>
    (saves.get(ticketId) ?? [])
      .flat()
      .toSorted((a, b) => (a.occurredAt < b.occurredAt ? -1 : a.occurredAt > b.occurredAt ? 1 : 0));

  const keep = ({ ticket, expects, entries }: TicketChange): 'saved' | 'stale' => {
    if ((tickets.get(ticket.id)?.version ?? 'new') !== expects) return 'stale';
    tickets.set(ticket.id, ticket);
    saves.set(ticket.id, [...(saves.get(ticket.id) ?? []), [...entries]]);
    queued.push(
      ...entries
        .filter((entry) => entry.type === 'message' && entry.delivery?.state === 'queued')
        .map(({ ticketId, occurredAt, id }) => ({ ticketId, occurredAt, id })),
    );
    return 'saved';
  };

  return {
    tickets: {
      load: async (ticketId) => tickets.get(ticketId),
      loadWithTimeline: async (ticketId) => {
        const ticket = tickets.get(ticketId);
        return ticket && { ticket, entries: timelineOf(ticketId) };
      },
      loadEntry: async ({ ticketId, id }) => timelineOf(ticketId).find((entry) => entry.id === id),
      save: async (change) => keep(change),
      saveIntake: async (intake) => {
        const change = withTier(intake, standingOf(intake.ticket.customerName)?.tier);
        if (pointers.has(change.idempotencyKey)) return 'taken';
        if (keep(change) === 'stale') return 'stale';
        const message = change.entries.find(({ type }) => type === 'message');
        pointers.set(change.idempotencyKey, {
          ticketId: change.ticket.id,
          ...(message && { messageId: message.id, occurredAt: message.occurredAt }),
          contentHash: change.contentHash,
        });
        for (const key of change.pointers)
          if (!pointers.has(key)) pointers.set(key, { ticketId: change.ticket.id });
        for (const identity of change.newCustomer?.identities ?? [])
          if (change.newCustomer) customers.set(identityKeyOf(identity), change.newCustomer);
        return 'saved';
      },
    },
    pointers: {
      lookUp: async ({ idempotencyKey, pointers: asked, identity }) => {
        const takenBy = pointers.get(idempotencyKey);
        const customer = identity && customers.get(identityKeyOf(identity));
        return {
          ...(takenBy && { takenBy }),
          pointers: [...new Set(asked)].flatMap((key) => {
            const target = pointers.get(key);
            return target ? [{ key, target }] : [];
          }),
          ...(customer && { customer }),
        };
      },
      movePointer: async ({ key, to }) => {
        pointers.set(key, to);
        return 'saved';
      },
    },
    outbox: {
      moveDelivery: async ({ message }) => {
        const all = saves.get(message.ticketId) ?? [];
        const holder = all.find((entries) => entries.some(({ id }) => id === message.id));
        const index = holder?.findIndex(({ id }) => id === message.id) ?? -1;
        if (!holder || index < 0) return 'stale';
        holder[index] = message;
        return 'saved';
      },
      putAlias: async ({ key, place: { ticketId, id, occurredAt } }) => {
        pointers.set(key, { ticketId, messageId: id, occurredAt });
      },
      findAlias: async () => undefined,
    },
    fuses: {
      count: async ({ key, window, now }) => {
        const name = `${key} ${now.slice(0, window === 'hour' ? 13 : 10)}`;
        const count = (fuses.get(name) ?? 0) + 1;
        fuses.set(name, count);
        return count;
      },
    },
    takeQueued: () => {
      const taken = queued;
      queued = [];
      return taken;
    },
    items: () => [
      ...[...tickets.values()].map((ticket) =>
        ticketItem({ ...ticket, ...standingOf(ticket.customerName) }),
      ),
      ...[...saves.values()].flat().flatMap((entries) => entryItems(entries.map(asTold))),
      ...[...pointers].map(([key, target]) => ({ ...pointerKey(key), ...target })),
      ...new Map(
        [...customers.values()].map((one) => [
          one.id,
          customerItem({ ...one, ...standingOf(one.name) }),
        ]),
      ).values(),
    ],
  };
};

/** The promise and the priority follow the tier, so it is there from the beginning. */
const withTier = (change: IntakeChange, tier: Ticket['tier']): IntakeChange =>
  tier === undefined ? change : { ...change, ticket: { ...change.ticket, tier } };

/** People were told of old warnings at their time: nobody must be told again when the history is written. */
const asTold = (entry: TimelineEntry): TimelineEntry =>
  entry.type === 'event' && (entry.kind === 'warned' || entry.kind === 'breached')
    ? { ...entry, data: { ...entry.data, announce: false } }
    : entry;

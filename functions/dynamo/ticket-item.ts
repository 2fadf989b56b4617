import { type Ticket, TicketSummary } from '../../schemas/ticket.ts';
import { groupOf } from '../desk/tickets/states.ts';
import {
  ageOrderOf,
  dueListOf,
  dueOrderOf,
  ticketIdOfPartition,
  ticketKey,
  topicListOf,
  topicOrderOf,
} from './keys.ts';
import { pack, unpack } from './packed.ts';
import type { Item } from './table.ts';

/** Kept beside the packed part because indexes or conditions read them, or because the key says them. */
type Outside = 'id' | 'number' | 'customerId' | 'assigneeId' | 'version';

type PackedSummary = Omit<TicketSummary, Outside>;
/** Older desks packed the connection with the details. */
type PackedDetails = Omit<Ticket, Exclude<keyof TicketSummary, 'connectionId'> | Outside>;

/** One ticket's item with its index keys; a list that does not show the ticket has no key. */
export const ticketItem = (ticket: Ticket): Item => {
  const { summary, details } = split(ticket);
  const group = groupOf(ticket.status);
  const isInWork = group === 'active' || group === 'postponed';
  return {
    ...ticketKey(ticket.id),
    version: ticket.version,
    topicList: topicListOf(ticket.id, ticket.topic, group),
    topicOrder: topicOrderOf(ticket, group),
    customerId: ticket.customerId,
    customerOrder: ageOrderOf(ticket),
    ...(ticket.assigneeId !== undefined && { assigneeId: ticket.assigneeId }),
    ...(ticket.assigneeId !== undefined && isInWork && { agentOrder: ageOrderOf(ticket) }),
    ...(ticket.nextDueAt !== undefined && {
      dueList: dueListOf(ticket.id),
      dueOrder: dueOrderOf(ticket.id, ticket.nextDueAt),
    }),
    summary: pack(summary),
    details: pack(details),
  };
};

export const ticketOfItem = (item: Item): Ticket => ({
  ...summaryOfItem(item),
  ...unpack<PackedDetails>(item['details']),
  version: Number(item['version']),
});

/** Of the ticket's own item or of an index entry. */
export const summaryOfItem = (item: Item): TicketSummary => {
  const id = ticketIdOfPartition(item.PK);
  const assigneeId = item['assigneeId'];
  return {
    id,
    number: Number(id.slice('tkt_'.length)),
    customerId: String(item['customerId']),
    ...(typeof assigneeId === 'string' && { assigneeId }),
    ...unpack<PackedSummary>(item['summary']),
  };
};

const outside: ReadonlySet<string> = new Set<Outside>([
  'id',
  'number',
  'customerId',
  'assigneeId',
  'version',
]);
const inSummary: ReadonlySet<string> = new Set(Object.keys(TicketSummary.shape));

/** A line of a list is packed apart from the rest: indexes carry it, and rewriting the rest costs them nothing. */
const split = (ticket: Ticket): { summary: PackedSummary; details: PackedDetails } => {
  const fields = Object.entries(ticket).filter(([name]) => !outside.has(name));
  return {
    summary: Object.fromEntries(fields.filter(([name]) => inSummary.has(name))) as PackedSummary,
    details: Object.fromEntries(fields.filter(([name]) => !inSummary.has(name))) as PackedDetails,
  };
};

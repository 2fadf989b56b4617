import type { Delivery, Message, TicketEvent, TimelineEntry } from '../../schemas/timeline.ts';
import { entryKey } from './keys.ts';
import { pack, unpack } from './packed.ts';
import type { Item } from './table.ts';

/** Announced one by one, so they must be found by their own key. */
const announced: ReadonlySet<TicketEvent['kind']> = new Set([
  'warned',
  'breached',
  'reminded',
  'muted',
]);
const needsOwnItem = (entry: TimelineEntry) => entry.type !== 'event' || announced.has(entry.kind);

/**
 * The items of a change's entries. Events ride in the item of the message (or note, or first event) they come with:
 * an item of their own would cost two write units each.
 */
export const entryItems = (entries: readonly TimelineEntry[]): readonly Item[] => {
  const own = entries.filter(needsOwnItem);
  const carriers = own.length > 0 ? own : entries.slice(0, 1);
  const riders = entries.filter((entry) => !carriers.includes(entry));
  return carriers.map((entry, index) => entryItem(entry, index === 0 ? riders : []));
};

const entryItem = (entry: TimelineEntry, riders: readonly TimelineEntry[]): Item => ({
  ...entryKey(entry),
  type: entry.type,
  ...(entry.type === 'event' && { kind: entry.kind }),
  ...(entry.type === 'message' && entry.delivery && { delivery: deliveryMap(entry.delivery) }),
  entry: pack(entry.type === 'message' ? withoutDelivery(entry) : entry),
  ...(riders.length > 0 && { riders: pack(riders) }),
});

/** The packed part of a message, to be written over alone: delivery and riders stay. */
export const packedMessage = (message: Message): Uint8Array => pack(withoutDelivery(message));

/** The delivery stays a map outside the packed part: claims are conditional on it and rewrite nothing else. */
const withoutDelivery = ({ delivery: _delivery, ...message }: Message) => message;

/** Only known fields, none undefined: conditions compare them. */
export const deliveryMap = (delivery: Delivery): Delivery => ({
  state: delivery.state,
  attempts: delivery.attempts,
  ...(delivery.resends !== undefined && { resends: delivery.resends }),
  at: delivery.at,
  ...(delivery.providerId !== undefined && { providerId: delivery.providerId }),
  ...(delivery.error !== undefined && { error: delivery.error }),
  ...(delivery.permanent !== undefined && { permanent: delivery.permanent }),
  ...(delivery.remark !== undefined && { remark: delivery.remark }),
  ...(delivery.paper !== undefined && { paper: delivery.paper }),
  ...(delivery.edit !== undefined && { edit: delivery.edit }),
});

/** The entry that gave the item its key. */
export const entryOfItem = (item: Item): TimelineEntry => {
  const entry = unpack<TimelineEntry>(item['entry']);
  const delivery = item['delivery'];
  return entry.type === 'message' && isDelivery(delivery) ? { ...entry, delivery } : entry;
};

/** Everything the item holds. */
export const entriesOfItem = (item: Item): readonly TimelineEntry[] => {
  const riders = item['riders'];
  return [entryOfItem(item), ...(riders ? unpack<TimelineEntry[]>(riders) : [])];
};

export const isDelivery = (value: unknown): value is Delivery =>
  typeof value === 'object' && value !== null && 'state' in value && 'attempts' in value;

import type { ConnectionHealth } from '../../schemas/connection-health.ts';
import type { TicketSummary } from '../../schemas/ticket.ts';
import type { TimelineEntry } from '../../schemas/timeline.ts';
import { itemOfImage } from './attribute-value.ts';
import { entryOfItem } from './entry-item.ts';
import { healthOfItem } from './health.ts';
import { isEntrySort, isHealthPartition, isTicketSort, ticketIdOfPartition } from './keys.ts';
import type { Item } from './table.ts';
import { summaryOfItem } from './ticket-item.ts';

export type VersionedSummary = TicketSummary & { readonly version: number };

/** What one record of the table's stream says, in the desk's words. */
export type StreamChange =
  | {
      readonly kind: 'ticket';
      readonly ticketId: string;
      /** When it was written, epoch seconds: the stream knows no finer. */
      readonly atSeconds: number;
      readonly before?: VersionedSummary;
      readonly after?: VersionedSummary;
    }
  | {
      readonly kind: 'entry';
      readonly ticketId: string;
      readonly before?: TimelineEntry;
      readonly after?: TimelineEntry;
    }
  | {
      readonly kind: 'health';
      readonly before?: ConnectionHealth;
      readonly after?: ConnectionHealth;
    };

/** The part of a Lambda stream record that is read. */
export type StreamRecord = {
  readonly dynamodb?: {
    readonly SequenceNumber?: string;
    readonly ApproximateCreationDateTime?: number;
    readonly NewImage?: object;
    readonly OldImage?: object;
  };
};

/** Undefined for what concerns nobody: items of other partitions, writes that changed nothing. */
export const changeOf = (record: StreamRecord): StreamChange | undefined => {
  const before = imageOf(record.dynamodb?.OldImage);
  const after = imageOf(record.dynamodb?.NewImage);
  const key = after ?? before;
  if (!key) return undefined;
  if (isHealthPartition(key.PK))
    return {
      kind: 'health',
      ...(before && { before: healthOfItem(before) }),
      ...(after && { after: healthOfItem(after) }),
    };
  const ticketId = ticketIdOfPartition(key.PK);
  if (isTicketSort(key.SK))
    return {
      kind: 'ticket',
      ticketId,
      atSeconds: record.dynamodb?.ApproximateCreationDateTime ?? 0,
      ...(before && { before: versioned(before) }),
      ...(after && { after: versioned(after) }),
    };
  if (isEntrySort(key.SK))
    return {
      kind: 'entry',
      ticketId,
      ...(before && { before: entryOfItem(before) }),
      ...(after && { after: entryOfItem(after) }),
    };
  return undefined;
};

const imageOf = (image: object | undefined): Item | undefined =>
  image && (itemOfImage(image as Record<string, unknown>) as Item);

const versioned = (item: Item): VersionedSummary => ({
  ...summaryOfItem(item),
  version: Number(item['version']),
});

import { BatchWriteCommand } from '@aws-sdk/lib-dynamodb';
import { messageIdOf } from '../../../functions/desk/ids.ts';
import { entryItems } from '../../../functions/dynamo/entry-item.ts';
import type { Item, Table } from '../../../functions/dynamo/table.ts';
import { ticketItem } from '../../../functions/dynamo/ticket-item.ts';
import type { Ticket } from '../../../schemas/ticket.ts';
import type { TimelineEntry } from '../../../schemas/timeline.ts';
import { aFirstMessage } from '../../store/opened.ts';
import { drive } from './drive.ts';

/** Far above what the desk's own blocks reach in a benchmark. */
export const firstNumber = 10_000_000;
/** All in one topic, all open: the hardest case for a work list. */
export const crowdedTopic = 'legal';
/** Long after the benchmark, so that the clock leaves them alone; every hundredth falls due a day earlier. */
const dueAt = { early: '2090-01-01T00:00:00.000Z', late: '2090-01-02T00:00:00.000Z' };
export const dueUntil = dueAt.early;
const earlyEvery = 100;
/** The most a batch write takes. */
const batchSize = 25;

export const isEarly = (index: number): boolean => index % earlyEvery === 0;

function storedTicket(index: number): { ticket: Ticket; entries: readonly TimelineEntry[] } {
  const minute = Date.UTC(2026, 0, 1) + index * 60_000;
  const { ticket, entries } = aFirstMessage({
    number: firstNumber + index,
    ticket: {
      topic: crowdedTopic,
      subject: `Order ${index} has not been credited since the beginning of last month`,
      preview: `I bought ${index} things in the shop you named, and nothing was credited so far, whom do I ask`,
      waitingSince: new Date(minute).toISOString(),
      dueAt: new Date(minute + 86_400_000).toISOString(),
      nextDueAt: isEarly(index) ? dueAt.early : dueAt.late,
      customerId: `cus_${String(index % 5_000).padStart(24, '0')}`,
      mayAcknowledge: false,
    },
  });
  return { ticket, entries };
}

/** Writes tickets with their first message past the desk, in batches: a hundred thousand take about a minute. */
export async function storeTickets(
  table: Table,
  { from, to }: { readonly from: number; readonly to: number },
): Promise<void> {
  const batches = Math.ceil((to - from) / batchSize);
  await drive({ count: batches, concurrency: 4 }, async (batch) => {
    const start = from + batch * batchSize;
    const length = Math.min(batchSize, to - start);
    const items = Array.from({ length }, (_, offset) =>
      ticketItem(storedTicket(start + offset).ticket),
    );
    await write(table, items);
  });
}

/** Gives a stored ticket so many messages, and answers its newest one's id. */
export async function storeMessages(table: Table, index: number, count: number): Promise<string> {
  const { ticket, entries } = storedTicket(index);
  const [first] = entries;
  if (first?.type !== 'message') throw new Error('a ticket opens with a message');
  const messages = Array.from({ length: count }, (_, at) => ({
    ...first,
    id: messageIdOf(`${ticket.id}|${at}`),
    occurredAt: new Date(Date.parse(first.occurredAt) + at * 60_000).toISOString(),
    text: `${at}. ${'I asked for my cashback three weeks ago and nobody answered. '.repeat(8)}`,
  }));
  const lastPublicId = messages.at(-1)?.id ?? first.id;
  await write(table, [
    ticketItem({ ...ticket, lastPublicId }),
    ...messages.flatMap((message) => entryItems([message])),
  ]);
  return lastPublicId;
}

async function write(table: Table, items: readonly Item[]): Promise<void> {
  const requests = items.map((Item) => ({ PutRequest: { Item } }));
  await table.client.send(new BatchWriteCommand({ RequestItems: { [table.name]: requests } }));
}

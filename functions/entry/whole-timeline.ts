import type { TimelineEntry } from '../../schemas/timeline.ts';
import type { TicketStore } from '../desk/stores.ts';
import { TimelineNeeded } from '../desk/tickets/clocked.ts';

const pageSize = 200;

/** Every entry of a ticket, oldest first; for the rare rules that must see all of it. One query per 200 entries. */
export async function wholeTimeline(
  tickets: Pick<TicketStore, 'loadWithTimeline'>,
  ticketId: string,
): Promise<readonly TimelineEntry[]> {
  const pages: (readonly TimelineEntry[])[] = [];
  let cursor: string | undefined;
  do {
    const page = await tickets.loadWithTimeline(ticketId, { limit: pageSize, cursor });
    pages.unshift(page?.entries ?? []);
    cursor = page?.cursor;
  } while (cursor !== undefined);
  return pages.flat();
}

/** Newest entries, enough to see what happened lately; one query. */
export async function recentTimeline(
  tickets: Pick<TicketStore, 'loadWithTimeline'>,
  ticketId: string,
): Promise<readonly TimelineEntry[]> {
  return (await tickets.loadWithTimeline(ticketId, { limit: 50 }))?.entries ?? [];
}

/** Asks a rule of the clocks, again with the whole timeline when it says that it needs that. */
export async function withTimelineIfNeeded<Answer>(
  tickets: Pick<TicketStore, 'loadWithTimeline'>,
  ticketId: string,
  ask: (timeline?: readonly TimelineEntry[]) => Answer,
): Promise<Answer> {
  try {
    return ask();
  } catch (error) {
    if (!(error instanceof TimelineNeeded)) throw error;
    return ask(await wholeTimeline(tickets, ticketId));
  }
}

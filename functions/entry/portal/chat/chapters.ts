import type { Ticket } from '../../../../schemas/ticket.ts';
import type { TimelineEntry } from '../../../../schemas/timeline.ts';
import type { TicketStore } from '../../../desk/stores.ts';

/** One ticket of a conversation with what was asked of its timeline, oldest first. */
export type Chapter = { readonly ticket: Ticket; readonly entries: readonly TimelineEntry[] };
/** What the widget has seen of a ticket: everything up to this version. */
export type ChatCursor = { readonly ticketId: string; readonly seq: number };

/** Newest entries read of one ticket at once; a page of DynamoDB's. */
const pageEntries = 100;
/** Pages read for a cursor that lies far back. */
const mostPages = 10;
/** A conversation's earlier tickets that are shown. */
const mostChapters = 3;
/**
 * Versions told again. A reader may meet a transaction half shown: its ticket already, an entry of the version before
 * it a moment later.
 */
const overlap = 3;

export const readChatCursor = (text: string | undefined): ChatCursor | undefined => {
  const [, ticketId, seq] = /^(tkt_\d{1,12})\.(\d{1,9})$/.exec(text ?? '') ?? [];
  return ticketId === undefined ? undefined : { ticketId, seq: Number(seq) };
};

/** Everything in these chapters has been told; undefined when there is nothing. */
export const chatCursor = (chapters: readonly Chapter[]): string | undefined => {
  const last = chapters.at(-1);
  if (!last) return undefined;
  const seqs = last.entries.flatMap((entry) => (entry.type === 'message' ? (entry.seq ?? 0) : []));
  return `${last.ticket.id}.${Math.max(0, ...seqs)}`;
};

/**
 * What a conversation's tickets hold since a cursor, oldest ticket first; without one (or with one that leads nowhere)
 * the newest entries of each. Versions order what was *written*: a message that was delayed on its way, and so stands
 * further up by its own time, still has a higher version and is told.
 */
export async function entriesSince(
  tickets: Pick<TicketStore, 'load' | 'loadWithTimeline'>,
  newest: Ticket,
  cursor: ChatCursor | undefined,
): Promise<{ readonly chapters: readonly Chapter[]; readonly isCut: boolean }> {
  const chapters: Chapter[] = [];
  let ticket: Ticket | undefined = newest;
  let isCut = false;
  while (ticket && chapters.length < mostChapters) {
    const since: number | undefined = cursor?.ticketId === ticket.id ? cursor.seq : undefined;
    const chapter = await chapterOf(tickets, ticket, since);
    chapters.unshift(chapter);
    isCut ||= chapter.isCut;
    if (since !== undefined) break;
    ticket = ticket.followUpOf === undefined ? undefined : await tickets.load(ticket.followUpOf);
  }
  return { chapters, isCut };
}

async function chapterOf(
  tickets: Pick<TicketStore, 'loadWithTimeline'>,
  ticket: Ticket,
  since: number | undefined,
): Promise<Chapter & { readonly isCut: boolean }> {
  const first = await tickets.loadWithTimeline(ticket.id, { limit: pageEntries });
  let entries = first?.entries ?? [];
  let cursor = first?.cursor;
  if (since === undefined)
    return { ticket: first?.ticket ?? ticket, entries, isCut: cursor !== undefined };
  for (let page = 1; cursor !== undefined && page < mostPages; page += 1) {
    if (isReached(entries, since)) break;
    const earlier = await tickets.loadWithTimeline(ticket.id, { limit: pageEntries, cursor });
    entries = [...(earlier?.entries ?? []), ...entries];
    cursor = earlier?.cursor;
  }
  return {
    ticket: first?.ticket ?? ticket,
    entries: entries.filter((entry) => isNews(entry, since - overlap)),
    isCut: false,
  };
}

/** A page in which most is known already: what was delayed further than that is told when the page is opened anew. */
const isReached = (entries: readonly TimelineEntry[], since: number): boolean =>
  entries.filter((entry) => entry.type === 'message' && (entry.seq ?? 0) <= since).length >=
  pageEntries / 4;

/** Changes of wording have no version of their own in a message, so all of them are told. */
const isNews = (entry: TimelineEntry, since: number): boolean =>
  entry.type === 'message' &&
  ((entry.seq ?? 0) > since || entry.editedAt !== undefined || entry.deletedAt !== undefined);

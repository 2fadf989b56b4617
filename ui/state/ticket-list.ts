import { signal } from '@preact/signals';
import type { Language } from '../../schemas/primitives.ts';
import type { TicketGroup, TicketSummary } from '../../schemas/ticket.ts';
import { call } from './desk.ts';

/** Which list a screen shows. */
export type ListOf =
  | { of: 'topic'; topic: string; group: TicketGroup }
  | { of: 'mine'; group: 'active' | 'postponed' }
  | {
      of: 'all';
      group: 'active' | 'postponed' | 'closed';
      topic?: string;
      channel?: TicketSummary['channel'];
      connection?: string;
      assignee?: string;
      tier?: string;
      language?: Language;
    };

type Page = { items: TicketSummary[]; cursor?: string };

const readPage = (list: ListOf, cursor?: string): Promise<Page> => {
  if (list.of === 'topic')
    return call('listTickets', { query: { topic: list.topic, group: list.group, cursor } });
  if (list.of === 'mine') return call('listMyTickets', { query: { group: list.group, cursor } });
  const { of: _, ...view } = list;
  return call('browseTickets', { query: { ...view, cursor } });
};

/** The list on screen. It stays when a ticket is opened, so that going back is instant and `j`, `k` go on. */
export const items = signal<readonly TicketSummary[]>([]);
export const listState = signal<'loading' | 'ready' | 'failed'>('loading');
/** Tickets of this list changed elsewhere; they are not moved under the person's cursor. */
export const isOutdated = signal(false);
export const failure = signal<unknown>(undefined);

let shown = '';
let next: string | undefined;
export const hasMore = signal(false);

/** Shows a list; one that was shown before appears at once and is read again behind. */
export const openList = async (list: ListOf): Promise<void> => {
  const key = JSON.stringify(list);
  if (key !== shown) {
    items.value = [];
    listState.value = 'loading';
  }
  shown = key;
  isOutdated.value = false;
  try {
    const page = await readPage(list);
    if (shown !== key) return;
    items.value = page.items;
    next = page.cursor;
    hasMore.value = next !== undefined;
    listState.value = 'ready';
  } catch (error) {
    if (shown !== key) return;
    failure.value = error;
    listState.value = 'failed';
  }
};

export const showMore = async (list: ListOf): Promise<void> => {
  const key = JSON.stringify(list);
  const page = await readPage(list, next);
  if (shown !== key) return;
  const known = new Set(items.value.map((ticket) => ticket.id));
  items.value = [...items.value, ...page.items.filter((ticket) => !known.has(ticket.id))];
  next = page.cursor;
  hasMore.value = next !== undefined;
};

/** Replaces what a row shows after a change made here; a ticket that left the list goes with the next reading. */
export const putTicket = (ticket: TicketSummary): void => {
  items.value = items.value.map((shownTicket) =>
    shownTicket.id === ticket.id ? ticket : shownTicket,
  );
};

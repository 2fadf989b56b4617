import { signal } from '@preact/signals';
import type { Ticket } from '../../schemas/ticket.ts';
import { ApiProblem, type Output } from '../api/client.ts';
import { complain, say } from '../parts/toast.tsx';
import { texts } from '../texts/texts.ts';
import { call } from './desk.ts';
import { putTicket } from './ticket-list.ts';

export type TicketView = Output<'getTicket'>;
export type Entry = TicketView['entries'][number];
export type MessageEntry = Extract<Entry, { type: 'message' }>;

/** The ticket on screen. */
export const view = signal<TicketView | undefined>(undefined);
export const viewState = signal<'loading' | 'ready' | 'gone' | 'failed'>('loading');

let shown = '';
/** The ticket that was on screen last. */
export const lastOpened = (): string => shown;

/** Opens a ticket, or reads the one on screen again; entries already shown stay where they are. */
export const openTicket = async (ticketId: string): Promise<void> => {
  if (shown !== ticketId) {
    view.value = undefined;
    viewState.value = 'loading';
  }
  shown = ticketId;
  try {
    const read = await call('getTicket', { params: { ticketId }, query: {} });
    // Two readings may overtake each other; what was seen is never replaced by what was before it.
    if (shown !== ticketId || read.ticket.version < (view.value?.ticket.version ?? 0)) return;
    view.value = keepOlder(view.value, read);
    viewState.value = 'ready';
    putTicket(read.ticket);
  } catch (error) {
    if (shown !== ticketId || view.value) return;
    viewState.value =
      error instanceof ApiProblem && error.problem.status < 500 && error.problem.status > 0
        ? 'gone'
        : 'failed';
  }
};

const keepOlder = (before: TicketView | undefined, read: TicketView): TicketView => {
  const first = read.entries[0];
  if (!before || !first) return read;
  const known = new Set(read.entries.map((entry) => entry.id));
  const older = before.entries.filter(
    (entry) => !known.has(entry.id) && entry.occurredAt < first.occurredAt,
  );
  return older.length === 0
    ? read
    : { ...read, entries: [...older, ...read.entries], cursor: before.cursor };
};

/** Reads the page before the oldest entry shown. */
export const showOlder = async (): Promise<void> => {
  const current = view.value;
  if (!current?.cursor) return;
  const page = await call('getTicket', {
    params: { ticketId: current.ticket.id },
    query: { cursor: current.cursor },
  });
  if (view.value !== current) return;
  view.value = { ...current, entries: [...page.entries, ...current.entries], cursor: page.cursor };
};

/** Takes over what a change answered, then reads what it added to the timeline. */
export const putChanged = (ticket: Ticket): void => {
  putTicket(ticket);
  if (view.value?.ticket.id !== ticket.id) return;
  view.value = { ...view.value, ticket };
  void openTicket(ticket.id);
};

/** What an action is done to: the ticket as it was last seen, on screen or not. */
type Change = (ticket: Ticket) => Promise<{ ticket: Ticket }>;
/** `text` may be asked for after the change, when it tells of its answer. */
type Done = { text: string | (() => string); undo?: ((ticket: Ticket) => void) | undefined };

/**
 * Does something to a ticket and says so. `undo` gets the ticket as the change left it, so that it undoes that
 * ticket's change even when another is on screen by then. When a colleague was quicker the ticket is read again
 * and nothing is done blindly.
 */
export const act = async (ticket: Ticket, change: Change, { text, undo }: Done): Promise<void> => {
  try {
    const changed = (await change(ticket)).ticket;
    putChanged(changed);
    say(typeof text === 'string' ? text : text(), undo && (() => undo(newest(changed))));
  } catch (error) {
    const isRace = error instanceof ApiProblem && error.problem.code === 'ticket.changed';
    if (!isRace) return complain(error);
    if (shown === ticket.id) await openTicket(ticket.id);
    say(texts.value.problems.changed);
  }
};

/** The ticket as it is on screen, if it is; a version read later than the change's own answer. */
const newest = (ticket: Ticket): Ticket => {
  const onScreen = view.value?.ticket;
  return onScreen?.id === ticket.id && onScreen.version > ticket.version ? onScreen : ticket;
};

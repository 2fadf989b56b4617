import type { Ticket } from '../../schemas/ticket.ts';
import { texts } from '../texts/texts.ts';
import { call, desk, lineNames } from './desk.ts';
import { act } from './ticket.ts';

const keyOf = (ticketId: string) => `firstline.hand-over.${ticketId}`;

/** What was written for the next line and not yet handed over, kept on this device. */
export const readSummary = (ticketId: string): string => {
  try {
    return localStorage.getItem(keyOf(ticketId)) ?? '';
  } catch {
    return '';
  }
};

export const keepSummary = (ticketId: string, summary: string): void => {
  try {
    if (summary) localStorage.setItem(keyOf(ticketId), summary);
    else localStorage.removeItem(keyOf(ticketId));
  } catch {
    // A full or forbidden storage must not keep anyone from writing.
  }
};

/** The line that works on a ticket: its own, or its topic's. */
export const lineOf = ({ line, topic }: Pick<Ticket, 'line' | 'topic'>): string | undefined =>
  line ?? desk.value?.topics.find(({ id }) => id === topic)?.line;

/** Where it can be passed on to. */
export const nextLines = (ticket: Ticket): readonly string[] => {
  const now = lineOf(ticket);
  return (desk.value?.lines ?? []).map(({ id }) => id).filter((id) => id !== now);
};

/** Where hard cases of its line go, if the desk says so. */
export const usualNextLine = (ticket: Ticket): string | undefined =>
  desk.value?.lines.find(({ id }) => id === lineOf(ticket))?.escalatesTo;

/** The line that passed it on last. */
export const lineBefore = ({ escalatedFrom }: Ticket): string | undefined => escalatedFrom?.at(-1);

const nameOf = (line: string) => lineNames.value.get(line) ?? line;

/** Passes it on with what the next line should know. */
export const passOn = (ticket: Ticket, to: string, summary: string): Promise<void> =>
  act(
    ticket,
    async (current) => {
      const body = { version: current.version, to, summary };
      const answer = await call('escalateTicket', { params: { ticketId: current.id }, body });
      keepSummary(ticket.id, '');
      return answer;
    },
    { text: texts.value.lines.escalated(nameOf(to)) },
  );

/** Gives it back to the line it came from. */
export const giveBack = (ticket: Ticket, summary: string): Promise<void> =>
  act(
    ticket,
    async (current) => {
      const body = { version: current.version, summary };
      const answer = await call('returnTicket', { params: { ticketId: current.id }, body });
      keepSummary(ticket.id, '');
      return answer;
    },
    { text: texts.value.lines.returned(nameOf(lineBefore(ticket) ?? '')) },
  );

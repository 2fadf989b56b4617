import type { Ticket } from '../../../schemas/ticket.ts';
import type { AlertEvent } from './addressed.ts';

/** What one alert is in a list of many. */
export type AlertLine = {
  readonly eventId: string;
  readonly kind: 'warned' | 'breached' | 'muted';
  readonly clock: string;
  readonly dueAt: string;
  readonly isLate: boolean;
  readonly ticketId: string;
  readonly number: number;
  readonly subject: string;
  readonly topic: string;
};

/** A reminder tells again what was warned of or breached. */
export const alertLine = (event: AlertEvent, ticket: Ticket): AlertLine => {
  const { on, clock, dueAt, late } = event.data;
  const reminded = on === 'warn' ? 'warned' : 'breached';
  return {
    eventId: event.id,
    kind: event.kind === 'reminded' ? reminded : event.kind,
    clock: String(clock ?? ''),
    dueAt: String(dueAt ?? ''),
    isLate: late === true,
    ticketId: ticket.id,
    number: ticket.number,
    subject: ticket.subject,
    topic: ticket.topic,
  };
};

/** Most pressing first: what is broken, then by due time. */
export const inOrder = (lines: readonly AlertLine[]): readonly AlertLine[] => {
  const rank = ({ kind }: AlertLine) => (kind === 'warned' ? 1 : 0);
  return lines.toSorted(
    (a, b) => rank(a) - rank(b) || a.dueAt.localeCompare(b.dueAt) || a.number - b.number,
  );
};

/** As many lines as fit into so many characters, and how many are left out. */
export const fitting = (
  lines: readonly string[],
  { characters, most }: { readonly characters: number; readonly most: number },
): { readonly shown: readonly string[]; readonly more: number } => {
  let length = 0;
  const end = lines.findIndex((line, index) => {
    length += line.length + 1;
    return length > characters || index >= most;
  });
  const shown = end < 0 ? lines : lines.slice(0, end);
  return { shown, more: lines.length - shown.length };
};

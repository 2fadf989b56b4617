import type { Ticket, TicketSummary } from '../../../schemas/ticket.ts';
import type { TimelineEntry } from '../../../schemas/timeline.ts';
import type { TicketChange } from '../change.ts';
import { isLive } from '../presence/live-channels.ts';
import { changed } from '../tickets/changed.ts';
import { assignedEvent, type Given } from '../tickets/dispatch.ts';
import { mayTake } from '../tickets/next.ts';

/** Of a list what waits on lines that hand out. */
export const waitingOn = (
  tickets: readonly TicketSummary[],
  lines: ReadonlySet<string>,
): readonly TicketSummary[] =>
  tickets.filter(
    (ticket) => mayTake(ticket) && ticket.line !== undefined && lines.has(ticket.line),
  );

const since = ({ waitingSince, createdAt }: TicketSummary): string => waitingSince ?? createdAt;

/** Who waits longest comes first. */
export const oldestFirst = (tickets: readonly TicketSummary[]): readonly TicketSummary[] =>
  tickets.toSorted((a, b) =>
    since(a) < since(b) ? -1 : since(a) > since(b) ? 1 : a.number - b.number,
  );

/** Tickets for which the same people are asked: whom nobody can take, nobody can take the next of them either. */
export const kindOf = ({ line, topic, language, tier, channel }: TicketSummary): string =>
  [line, topic, language, tier, isLive(channel)].join('|');

/** Who had the ticket lately and let it lie, or gave it back. */
export const letItLie = (entries: readonly TimelineEntry[]): readonly string[] =>
  entries.flatMap((entry) =>
    entry.type === 'event' &&
    (entry.kind === 'lapsed' || entry.kind === 'released') &&
    typeof entry.data['from'] === 'string'
      ? [entry.data['from']]
      : [],
  );

/** A waiting ticket goes into somebody's hands. */
export const push = (ticket: Ticket, to: NonNullable<Given['to']>, now: string): TicketChange =>
  changed(ticket, { assigneeId: to.agent.id, hold: to.hold }, [assignedEvent(ticket, to, now)]);

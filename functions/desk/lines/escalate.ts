import type { Agent } from '../../../schemas/agent.ts';
import type { Line } from '../../../schemas/desk.ts';
import type { HandOver, Ticket } from '../../../schemas/ticket.ts';
import type { Note, TicketEvent, TimelineEntry } from '../../../schemas/timeline.ts';
import { asActor } from '../access.ts';
import type { TicketChange } from '../change.ts';
import { eventIdOf } from '../ids.ts';
import { conflict, invalid } from '../problem.ts';
import { changed, eventOf } from '../tickets/changed.ts';
import { assignedEvent, type Given } from '../tickets/dispatch.ts';

/** Lines remembered; who is passed on more often than that returns to the later ones. */
const stackMost = 5;

const refuseFinished = ({ status }: Ticket): void => {
  if (status === 'closed' || status === 'spam')
    throw conflict('ticket.wrong-status', `This ticket is "${status}". Reopen it first.`);
};

type Lines = { readonly lines: readonly Line[] };

/**
 * Where a ticket is passed on to: the line asked for, else where its own line's hard cases go.
 * @throws Problem `ticket.wrong-status`, `line.unknown`, `line.same`, `line.no-escalation`
 */
export const escalationOf = (ticket: Ticket, to: string | undefined, { lines }: Lines): string => {
  refuseFinished(ticket);
  const target = to ?? lines.find(({ id }) => id === ticket.line)?.escalatesTo;
  if (target === undefined)
    throw conflict(
      'line.no-escalation',
      'This line passes its hard cases on to nobody. Choose a line.',
    );
  if (target === ticket.line)
    throw conflict('line.same', 'The ticket is on this line already. Choose another one.');
  if (!lines.some(({ id }) => id === target))
    throw invalid('line.unknown', `There is no line "${target}".`);
  return target;
};

const isPassedOn = (entry: TimelineEntry): entry is TicketEvent =>
  entry.type === 'event' && entry.kind === 'escalated';

/**
 * Where an escalated ticket goes back to: the last line it was passed on from that is still there, and who had it then.
 * `entries` are the newest of its timeline.
 * @throws Problem `ticket.wrong-status`, `ticket.not-escalated`
 */
export const returnOf = (
  ticket: Ticket,
  entries: readonly TimelineEntry[],
  { lines }: Lines,
): { readonly line: string; readonly agentId: string | undefined } => {
  refuseFinished(ticket);
  const line = ticket.escalatedFrom?.findLast((id) => lines.some((one) => one.id === id));
  if (line === undefined)
    throw conflict('ticket.not-escalated', 'This ticket was not passed on, so it cannot go back.');
  const passedOn = entries.findLast((entry) => isPassedOn(entry) && entry.data['from'] === line);
  const heldBy = passedOn && isPassedOn(passedOn) ? passedOn.data['heldBy'] : undefined;
  return { line, agentId: typeof heldBy === 'string' ? heldBy : undefined };
};

type Passing = {
  readonly ticket: Ticket;
  readonly by: Agent;
  readonly line: string;
  readonly summary: string;
  /** Whose hands it goes into at once; nobody's: the line's queue. Without `why` it is theirs again. */
  readonly to:
    | Given['to']
    | { readonly agent: Pick<Agent, 'id' | 'name'>; readonly why?: undefined; hold?: undefined };
  readonly now: string;
};

/** The hand-over is said on the ticket for the next person, and in a note for good. */
const noteOf = ({ ticket, by, summary, now }: Passing): Note => ({
  type: 'note',
  id: eventIdOf(`${ticket.id}|${ticket.version + 1}|hand-over`),
  ticketId: ticket.id,
  author: asActor(by),
  text: summary,
  attachments: [],
  occurredAt: now,
});

const passOn = (
  passing: Passing,
  kind: 'escalated' | 'returned',
  escalatedFrom: readonly string[],
): TicketChange => {
  const { ticket, by, line, summary, to, now } = passing;
  const handOver: HandOver = {
    at: now,
    by: { id: by.id, name: by.name },
    from: ticket.line ?? line,
    to: line,
    summary,
  };
  const data = {
    from: ticket.line ?? null,
    to: line,
    // Who worked on it, and gets it back should it return.
    heldBy: ticket.assigneeId ?? by.id,
    toName: to?.agent.name ?? null,
  };
  return changed(
    ticket,
    {
      line,
      lineReason: 'agent',
      assigneeId: to?.agent.id,
      hold: to?.hold,
      escalatedFrom: escalatedFrom.length > 0 ? [...escalatedFrom] : undefined,
      handOver,
    },
    [
      eventOf(ticket, kind, { by: asActor(by), now, data }),
      noteOf(passing),
      ...(to?.why ? [assignedEvent(ticket, to, now)] : []),
    ],
  );
};

/**
 * To the next line, with what it has to know. Nothing is said to the customer, and no clock notices: hand-over time is
 * time the customer waits (sla.md 16).
 */
export const escalate = (passing: Passing): TicketChange => {
  const { ticket } = passing;
  const stack = [...(ticket.escalatedFrom ?? []), ...(ticket.line ? [ticket.line] : [])];
  return passOn(passing, 'escalated', stack.slice(-stackMost));
};

/** Back to where it was passed on from. */
export const giveBack = (passing: Passing): TicketChange => {
  const stack = passing.ticket.escalatedFrom ?? [];
  return passOn(passing, 'returned', stack.slice(0, stack.lastIndexOf(passing.line)));
};

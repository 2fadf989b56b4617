import type { Agent } from '../../../schemas/agent.ts';
import type { Attachment } from '../../../schemas/attachment.ts';
import type { Ticket } from '../../../schemas/ticket.ts';
import type { Note } from '../../../schemas/timeline.ts';
import { asActor } from '../access.ts';
import type { TicketChange } from '../change.ts';
import { eventIdOf } from '../ids.ts';
import { changed } from './changed.ts';

type Noting = {
  ticket: Ticket;
  by: Agent;
  clientId: string;
  text: string;
  attachments: readonly Attachment[];
  now: string;
};

export const noteIdOf = (ticketId: string, agentId: string, clientId: string) =>
  eventIdOf(`note|${ticketId}|${agentId}|${clientId}`);

/** Said to colleagues only: moves no clock and no status. */
export const note = ({
  ticket,
  by,
  clientId,
  text,
  attachments,
  now,
}: Noting): { change: TicketChange; note: Note } => {
  const added: Note = {
    type: 'note',
    id: noteIdOf(ticket.id, by.id, clientId),
    ticketId: ticket.id,
    author: asActor(by),
    text,
    attachments: [...attachments],
    occurredAt: now,
  };
  return { change: changed(ticket, {}, [added]), note: added };
};

import type { Agent } from '../../../schemas/agent.ts';
import type { Hold, Ticket } from '../../../schemas/ticket.ts';
import { asActor } from '../access.ts';
import type { TicketChange } from '../change.ts';
import { conflict } from '../problem.ts';
import { changed, eventOf } from './changed.ts';

type Claiming = {
  ticket: Ticket;
  by: Agent;
  takeOver: boolean;
  holderName?: string;
  /** For how long it is theirs if they do nothing; without it for good. */
  hold?: Hold | undefined;
  now: string;
};

/**
 * Makes a ticket the agent's own. Undefined when it already is. A colleague's ticket is refused
 * (`ticket.claimed`) unless taken over on purpose.
 */
export const claim = ({
  ticket,
  by,
  takeOver,
  holderName,
  hold,
  now,
}: Claiming): TicketChange | undefined => {
  if (ticket.assigneeId === by.id) return undefined;
  if (ticket.assigneeId && !takeOver)
    throw conflict('ticket.claimed', `${holderName ?? 'A colleague'} is working on this ticket.`);
  refuseFinished(ticket);
  const lease = ticket.status === 'open' ? hold : undefined;
  return changed(ticket, { assigneeId: by.id, hold: lease }, [
    eventOf(ticket, 'claimed', { by: asActor(by), now, data: { from: ticket.assigneeId ?? null } }),
  ]);
};

/** Nobody works on what is closed or held as spam; giving it back to the queue is always possible. */
const refuseFinished = ({ status }: Ticket): void => {
  if (status === 'closed' || status === 'spam')
    throw conflict('ticket.wrong-status', `This ticket is "${status}". Reopen it first.`);
};

type Assigning = { ticket: Ticket; by: Agent; assignee: Agent | undefined; now: string };

/** Gives a ticket to a colleague, or back to its queue. Undefined when it is there already. */
export const assign = ({ ticket, by, assignee, now }: Assigning): TicketChange | undefined => {
  if (ticket.assigneeId === assignee?.id) return undefined;
  if (assignee && !assignee.active)
    throw conflict(
      'agent.inactive',
      `${assignee.name} no longer works here. Choose somebody else.`,
    );
  if (assignee) refuseFinished(ticket);
  const data = {
    from: ticket.assigneeId ?? null,
    to: assignee?.id ?? null,
    toName: assignee?.name ?? null,
  };
  return changed(ticket, { assigneeId: assignee?.id }, [
    eventOf(ticket, assignee ? 'claimed' : 'released', { by: asActor(by), now, data }),
  ]);
};

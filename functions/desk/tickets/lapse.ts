import type { Agent } from '../../../schemas/agent.ts';
import type { Hold, Ticket } from '../../../schemas/ticket.ts';
import type { TicketEvent } from '../../../schemas/timeline.ts';
import { robot } from '../access.ts';
import { eventOf } from './changed.ts';

type Lapsed = {
  readonly fields: Partial<Pick<Ticket, 'assigneeId' | 'line' | 'lineReason' | 'hold'>>;
  readonly events: readonly TicketEvent[];
};

/**
 * What becomes of a ticket that its holder left alone: it goes back to the queue, to the line or to the person that the
 * hold names. Undefined while the hold runs, and of tickets that are not in work or that nobody holds any more.
 */
export const lapse = (
  ticket: Ticket,
  agents: readonly Pick<Agent, 'id' | 'name' | 'active'>[],
  now: string,
): Lapsed | undefined => {
  const { hold, assigneeId, status } = ticket;
  if (!hold || hold.until > now || assigneeId === undefined || status !== 'open') return undefined;
  const nameOf = (id: string) => agents.find((agent) => agent.id === id)?.name ?? null;
  const { then } = hold;
  const lapsed = eventOf(ticket, 'lapsed', {
    by: robot,
    now,
    data: { from: assigneeId, fromName: nameOf(assigneeId), why: hold.why },
  });
  const next =
    then && 'agentId' in then
      ? agents.find(({ id, active }) => id === then.agentId && active)
      : undefined;
  if (next) {
    const data = { to: next.id, toName: next.name, why: 'substitute' };
    return {
      fields: { assigneeId: next.id, hold: again(hold, now) },
      events: [lapsed, eventOf(ticket, 'assigned', { by: robot, now, data })],
    };
  }
  const line = then && 'line' in then ? then.line : undefined;
  return {
    fields: {
      assigneeId: undefined,
      hold: undefined,
      ...(line !== undefined && line !== ticket.line && { line, lineReason: 'rule' }),
    },
    events: [lapsed],
  };
};

/** A substitute has as long as the one before; then the queue has it, so it lies with nobody for ever. */
const again = ({ why, since, until }: Hold, now: string): Hold => ({
  why,
  since: now,
  until: new Date(Date.parse(now) + Date.parse(until) - Date.parse(since)).toISOString(),
});

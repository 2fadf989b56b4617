import type { Agent } from '../../../schemas/agent.ts';
import type { Absence, Line, Topic } from '../../../schemas/desk.ts';
import type { Presence } from '../../../schemas/presence.ts';
import type { Ticket } from '../../../schemas/ticket.ts';
import type { Actor } from '../../../schemas/timeline.ts';
import { robot } from '../access.ts';
import type { TicketChange } from '../change.ts';
import { changed, eventOf } from '../tickets/changed.ts';

/** Of a line that says nothing about it. */
export const defaultAbsence: Absence = { gives: 'back', when: 'customer-writes' };

/** Somebody with what is known of their being there. */
export type Colleague = { readonly agent: Agent; readonly presence: Presence | undefined };

/** What becomes of a ticket whose holder is not there: it stays, goes to its queue, or to somebody. */
export type Absent = 'keep' | 'release' | { readonly agentId: string };

type Question = {
  readonly ticket: Pick<Ticket, 'assigneeId'>;
  /** The ticket's line (its topic's if it has none) and topic; undefined when they are gone. */
  readonly line: Pick<Line, 'absence'> | undefined;
  readonly topic: Pick<Topic, 'isProtected'> | undefined;
  /** Undefined: there is no such agent. Asked for the holder's substitute. */
  readonly colleague: (agentId: string) => Colleague | undefined;
};

/**
 * Away or off. Who never said anything about it is not absent: a desk that does not use presence keeps its tickets
 * where they are.
 */
export const isAbsent = ({ presence }: Pick<Colleague, 'presence'>): boolean =>
  presence?.state === 'away' || presence?.state === 'off';

/**
 * When the customer writes to a ticket that somebody holds. A protected one stays with its holder, as long as they work
 * here at all; the customer is told when to expect them.
 */
export const onCustomerMessage = (
  question: Question & { readonly holder: Colleague | undefined },
): Absent => {
  const { ticket, holder } = question;
  if (ticket.assigneeId === undefined) return 'keep';
  if (!holder?.agent.active) return 'release';
  return isAbsent(holder) ? given(question, holder.agent) : 'keep';
};

/**
 * When the holder goes away: only lines that give at once do it now. Who no longer works here keeps nothing, whatever
 * the line or the topic says.
 */
export const onLeaving = (question: Question & { readonly leaver: Agent }): Absent => {
  const { leaver, line, ticket } = question;
  if (ticket.assigneeId !== leaver.id) return 'keep';
  if (!leaver.active) {
    const fate = given({ ...question, topic: undefined }, leaver);
    return fate === 'keep' ? 'release' : fate;
  }
  return (line?.absence ?? defaultAbsence).when === 'at-once' ? given(question, leaver) : 'keep';
};

const given = ({ line, topic, colleague }: Question, holder: Agent): Absent => {
  const { gives } = line?.absence ?? defaultAbsence;
  if (topic?.isProtected || gives === 'keep') return 'keep';
  if (gives === 'back' || holder.substituteId === undefined) return 'release';
  const substitute = colleague(holder.substituteId);
  const isThere = substitute?.agent.active && !isAbsent(substitute);
  return isThere ? { agentId: substitute.agent.id } : 'release';
};

type Giving = {
  readonly ticket: Ticket;
  readonly holder: Pick<Agent, 'name'> | undefined;
  /** Whom it goes to; undefined: to its queue. */
  readonly to: Pick<Agent, 'id' | 'name'> | undefined;
  readonly by?: Actor;
  readonly now: string;
};

/** The change by which an absent person's ticket goes. Nobody's lease runs on with somebody else. */
export const giveAway = ({ ticket, holder, to, by = robot, now }: Giving): TicketChange => {
  const from = { from: ticket.assigneeId ?? null, fromName: holder?.name ?? null };
  const event = to
    ? eventOf(ticket, 'assigned', {
        by,
        now,
        data: { ...from, to: to.id, toName: to.name, why: 'substitute' },
      })
    : eventOf(ticket, 'released', { by, now, data: { ...from, to: null, why: 'absence' } });
  return changed(ticket, { assigneeId: to?.id, hold: undefined }, [event]);
};

import type { Calendar } from '../../../schemas/calendar.ts';
import type { Line } from '../../../schemas/desk.ts';
import type { LineReason, Ticket } from '../../../schemas/ticket.ts';
import type { Message, TimelineEntry } from '../../../schemas/timeline.ts';
import { robot } from '../access.ts';
import { nextOpen } from '../calendars/business-time.ts';
import type { TicketChange } from '../change.ts';
import { messageIdOf } from '../ids.ts';
import { chooseLine, type LineDesk } from '../lines/choose-line.ts';
import { hoursOfAgent } from '../lines/hours.ts';
import type { Colleague } from '../presence/absence.ts';
import { acknowledgement, type Expectation } from './acknowledgement.ts';
import { changed, eventOf, later } from './changed.ts';
import { assignedEvent, type DispatchDesk, type Given } from './dispatch.ts';
import { isLineChosen } from './terms.ts';

/**
 * The customer's message of a job, if it is still the last word and wants somebody: repeated and late jobs find that
 * the talk has gone on, and nothing is done about it.
 */
export const openQuestion = (
  ticket: Ticket,
  entries: readonly TimelineEntry[],
  messageId: string,
): Message | undefined => {
  if (ticket.status !== 'open' || ticket.lastPublicId !== messageId) return undefined;
  const found = entries.find((entry) => entry.id === messageId);
  return found?.type === 'message' && found.kind === 'customer' ? found : undefined;
};

type Moved = { readonly line: string; readonly lineReason: LineReason | undefined };

/**
 * Where a waiting ticket that nobody holds belongs by now, because its line closed, or opened again. Undefined: where
 * it is. Lines that a rule or an agent chose stay; so does work that only edited settings would put elsewhere.
 */
export const lineByNow = (ticket: Ticket, desk: LineDesk, now: string): Moved | undefined => {
  if (ticket.assigneeId !== undefined || isLineChosen(ticket)) return undefined;
  const choice = chooseLine(ticket, desk, now);
  if (!choice || choice.line === ticket.line) return undefined;
  const isByHours = choice.why === 'overflow' || ticket.lineReason === 'overflow';
  return isByHours
    ? { line: choice.line, lineReason: choice.why === 'competence' ? undefined : choice.why }
    : undefined;
};

/** The change by which work goes where somebody is, or home again, perhaps into somebody's hands at once. */
export const sendOn = (
  ticket: Ticket,
  { line, lineReason }: Moved,
  { to, now }: { readonly to: Given['to']; readonly now: string },
): TicketChange => {
  const isHome = ticket.lineReason === 'overflow' && lineReason !== 'overflow';
  return changed(
    ticket,
    { line, lineReason, ...(to && { assigneeId: to.agent.id, hold: to.hold }) },
    [
      eventOf(ticket, isHome ? 'returned' : 'overflowed', {
        by: robot,
        now,
        data: { from: ticket.line ?? null, to: line },
      }),
      ...(to ? [assignedEvent(ticket, to, now)] : []),
    ],
  );
};

const hourSeconds = 3600;

/**
 * What is told of somebody who is away: the promise, unless they are not back by then; then an hour after they are.
 * Without hours and a time of return nobody can say more than the promise.
 */
export const expectedOfAbsent = (
  { agent, presence }: Colleague,
  promised: Expectation | undefined,
  desk: { readonly lines: readonly Line[]; readonly calendars: readonly Calendar[]; now: string },
): Expectation | undefined => {
  const now = Math.floor(Date.parse(desk.now) / 1000);
  const openings = hoursOfAgent(agent, desk).flatMap((hours) => nextOpen(hours, now) ?? []);
  const back = presence?.until
    ? Math.floor(Date.parse(presence.until) / 1000)
    : Math.min(...openings);
  if (!Number.isFinite(back) || back <= now) return promised;
  const at = back + hourSeconds;
  if (promised && Date.parse(promised.at) / 1000 >= at) return promised;
  return { seconds: at - now, at: new Date(at * 1000).toISOString() };
};

export const laterAcknowledgementIdOf = ({ ticketId, id }: Pick<Message, 'ticketId' | 'id'>) =>
  messageIdOf(`acknowledgement|${ticketId}|${id}`);

/** Whether a message in between may be acknowledged at all: a person's own words, on a ticket that is not muted. */
export const mayAcknowledgeLater = (ticket: Ticket, question: Message): boolean =>
  ticket.mutedAt === undefined &&
  ticket.acknowledgementId !== laterAcknowledgementIdOf(question) &&
  question.flags.every((flag) => flag !== 'sender-unverified' && flag !== 'other-address');

/** "We have your message" while the only one who answers it is away; once for each message. */
export const acknowledgeLater = (
  ticket: Ticket,
  question: Message,
  {
    desk,
    expectation,
    now,
  }: {
    readonly desk: Pick<DispatchDesk, 'name' | 'language'>;
    readonly expectation: Expectation | undefined;
    readonly now: string;
  },
): TicketChange => {
  const id = laterAcknowledgementIdOf(question);
  const message = acknowledgement({ id, ticket, desk, expected: expectation, now });
  return changed(
    ticket,
    {
      acknowledgementId: id,
      acknowledgedAt: now,
      expectedAt: expectation?.at,
      lastMessageAt: later(now, ticket.lastMessageAt),
    },
    [message],
  );
};

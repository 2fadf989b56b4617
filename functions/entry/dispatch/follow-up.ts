import type { Ticket } from '../../../schemas/ticket.ts';
import type { Message } from '../../../schemas/timeline.ts';
import type { TicketChange } from '../../desk/change.ts';
import { isOnShift } from '../../desk/lines/hours.ts';
import { caseOf } from '../../desk/managers/manage.ts';
import {
  type Colleague,
  giveAway,
  isAbsent,
  onCustomerMessage,
} from '../../desk/presence/absence.ts';
import type { TicketWithTimeline } from '../../desk/stores.ts';
import { promisedExpectation } from '../../desk/tickets/acknowledgement.ts';
import { changed } from '../../desk/tickets/changed.ts';
import { assignedEvent, type DispatchDesk } from '../../desk/tickets/dispatch.ts';
import {
  acknowledgeLater,
  expectedOfAbsent,
  lineByNow,
  mayAcknowledgeLater,
  openQuestion,
  sendOn,
} from '../../desk/tickets/look-again.ts';
import { termsOf } from '../../desk/tickets/terms.ts';
import { pushTo } from '../hand-out.ts';
import type { DispatchDeps } from './dispatch-deps.ts';
import { mayAcknowledge } from './may-acknowledge.ts';

type Asked = {
  readonly ticket: Ticket;
  readonly question: Message;
  readonly desk: DispatchDesk;
  readonly now: string;
};

/**
 * What a further message of the customer changes about who answers: work that nobody holds goes where somebody is, and
 * work whose holder is away goes as their line says, or stays and is acknowledged. Nothing is read for it but the
 * holder's presence. Undefined: nothing changes.
 */
export const followUp = async (
  deps: DispatchDeps,
  { ticket, entries }: TicketWithTimeline,
  messageId: string,
): Promise<TicketChange | undefined> => {
  const question = openQuestion(ticket, entries, messageId);
  if (!question) return undefined;
  const desk = { ...deps.settings, ...(await deps.lists([ticket.topic])) };
  const asked = { ticket, question, desk, now: deps.now() };
  return ticket.assigneeId === undefined
    ? ofNobody(deps, asked)
    : ofHolder(deps, { ...asked, holderId: ticket.assigneeId });
};

const ofNobody = async (
  deps: DispatchDeps,
  { ticket, desk, now }: Asked,
): Promise<TicketChange | undefined> => {
  const moved = lineByNow(ticket, desk, now);
  if (!moved) return undefined;
  const to = await pushTo(deps, { ticket: { ...ticket, line: moved.line }, desk, now });
  return sendOn(ticket, moved, { to, now });
};

const ofHolder = async (
  deps: DispatchDeps,
  { holderId, ...asked }: Asked & { readonly holderId: string },
): Promise<TicketChange | undefined> => {
  const { ticket, desk, now } = asked;
  const presence = await deps.presence.load(holderId);
  // Whoever is there keeps it, and nothing else has to be read.
  if (presence && !isAbsent({ presence })) return undefined;
  const agent = await deps.agents.load(holderId);
  const holder = agent && { agent, presence };
  const standIn = agent?.substituteId && (await colleagueOf(deps, agent.substituteId));
  const topic = desk.topics.find(({ id }) => id === ticket.topic);
  const lineId = ticket.line ?? topic?.line;
  const line = desk.lines.find(({ id }) => id === lineId);
  const colleague = (id: string) => (standIn && standIn.agent.id === id ? standIn : undefined);
  const isKept = topic?.isProtected || (holder && waitsForManager(holder, asked));
  const outcome = isKept ? 'keep' : onCustomerMessage({ ticket, holder, line, topic, colleague });
  if (outcome === 'keep')
    return isKept && holder && isAbsent(holder) ? acknowledged(deps, asked, holder) : undefined;
  if (outcome !== 'release')
    return giveAway({ ticket, holder: agent, to: colleague(outcome.agentId)?.agent, now });
  const change = giveAway({ ticket, holder: agent, to: undefined, now });
  const to =
    lineId === undefined
      ? undefined
      : await pushTo(deps, {
          ticket: { ...ticket, line: lineId },
          desk,
          passedOver: [holderId],
          now,
        });
  return to
    ? changed(ticket, { assigneeId: to.agent.id, hold: to.hold }, [
        ...change.entries,
        assignedEvent(ticket, to, now),
      ])
    : change;
};

/** Whether the customer's tier has them wait for their manager, who holds the ticket, in a case like this. */
const waitsForManager = (
  { agent, presence }: Colleague,
  { ticket, desk, now }: Pick<Asked, 'ticket' | 'desk' | 'now'>,
): boolean => {
  const policy = desk.tiers.find(({ id }) => id === ticket.tier)?.manager;
  const state = presence?.state ?? 'off';
  const which = caseOf({ agent, isOnShift: isOnShift(agent, desk, now), state, isFull: false });
  return ticket.managerId === agent.id && policy?.[which].then === 'wait';
};

const colleagueOf = async (
  { agents, presence }: DispatchDeps,
  agentId: string,
): Promise<Colleague | undefined> => {
  const [agent, there] = await Promise.all([agents.load(agentId), presence.load(agentId)]);
  return agent && { agent, presence: there };
};

/** The fuse counts a message once: a repeated job is not refused because of itself. */
const acknowledged = async (
  deps: DispatchDeps,
  { ticket, question, desk, now }: Asked,
  holder: Colleague,
): Promise<TicketChange | undefined> => {
  if (!mayAcknowledgeLater(ticket, question)) return undefined;
  if (!(await mayAcknowledge(deps, ticket, question.id))) return undefined;
  const terms = termsOf(ticket, [], { desk, now });
  const promised = promisedExpectation(
    { ...terms, calendars: desk.calendars },
    question.occurredAt,
  );
  const expectation = expectedOfAbsent(holder, promised, { ...desk, now });
  return acknowledgeLater(ticket, question, { desk, expectation, now });
};

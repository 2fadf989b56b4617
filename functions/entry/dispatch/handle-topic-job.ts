import type { TopicJob } from '../../../schemas/queue.ts';
import type { Ticket } from '../../../schemas/ticket.ts';
import type { TicketChange } from '../../desk/change.ts';
import type { TicketWithTimeline } from '../../desk/stores.ts';
import {
  dispatchTicket,
  type Given,
  needsAcknowledgement,
  needsDispatch,
} from '../../desk/tickets/dispatch.ts';
import { type Terms, termsOf } from '../../desk/tickets/terms.ts';
import { log } from '../../observe/log.ts';
import { handOut } from '../hand-out.ts';
import { wholeTimeline } from '../whole-timeline.ts';
import type { DispatchDeps } from './dispatch-deps.ts';
import { followUp } from './follow-up.ts';
import { mayAcknowledge } from './may-acknowledge.ts';

const triesMax = 8;
/** A new ticket's timeline is no longer, so one query brings all; of a longer one that needs nothing little is read. */
const firstEntries = 5;

/**
 * One job of a topic's queue: gives the ticket its promise, its line, perhaps a person, and its acknowledgement; of a
 * further message it looks again who answers. The job is a reference; what is still missing is read off the ticket, so
 * jobs may be repeated, overtake each other or be lost for a ticket that a later message brings again.
 */
export const handleTopicJob =
  (deps: DispatchDeps) =>
  async ({ ticketId, messageId }: TopicJob): Promise<void> => {
    let isAckAllowed: boolean | undefined;
    for (let tries = 0; tries < triesMax; tries += 1) {
      const recent = await deps.tickets.loadWithTimeline(ticketId, { limit: firstEntries });
      if (!recent) {
        log.error('dispatch.ticket.missing', { ticketId, messageId });
        return;
      }
      const { ticket } = recent;
      if (needsAcknowledgement(ticket))
        isAckAllowed ??= await mayAcknowledge(deps, ticket, ticket.id);
      const change = needsDispatch(ticket)
        ? await begin(deps, recent, isAckAllowed ?? false)
        : await followUp(deps, recent, messageId);
      if (!change && !needsDispatch(ticket)) return;
      // Race: two dispatchers of one ticket, or an agent who was faster. The version decides; the loser looks again.
      if (!change || (await deps.tickets.save(change)) === 'saved') {
        const isAcknowledged = change?.ticket.acknowledgedAt !== undefined;
        log.info('dispatch.done', { ticketId, topic: ticket.topic, isAcknowledged });
        return;
      }
    }
    throw new Error(`${ticketId} changed at every try`);
  };

const begin = async (
  deps: DispatchDeps,
  recent: TicketWithTimeline,
  isAckAllowed: boolean,
): Promise<TicketChange | undefined> => {
  const { ticket } = recent;
  const [entries, lists] = await Promise.all([
    recent.cursor === undefined ? recent.entries : wholeTimeline(deps.tickets, ticket.id),
    deps.lists([ticket.topic]),
  ]);
  const now = deps.now();
  const desk = { ...deps.settings, ...lists };
  const terms = termsOf(ticket, entries, { desk, now });
  const [given, expectation] = await Promise.all([
    givenTo(deps, ticket, { terms, desk, now }),
    isAckAllowed ? deps.expect({ ticket, terms, lists, now }) : undefined,
  ]);
  return dispatchTicket({ ticket, entries, desk, isAckAllowed, given, expectation, now });
};

type Asking = {
  readonly terms: Terms;
  readonly desk: Parameters<typeof handOut>[2]['desk'];
  readonly now: string;
};

/** Only what somebody waits for and nobody has yet; a ticket that was given before stays where it went since. */
const givenTo = async (
  deps: DispatchDeps,
  ticket: Ticket,
  { terms: { line }, desk, now }: Asking,
): Promise<Given | undefined> => {
  const isWanted =
    ticket.clocks === undefined && ticket.status === 'open' && ticket.assigneeId === undefined;
  if (!isWanted || line === undefined) return undefined;
  return handOut(deps, ticket.managerId, { ticket: { ...ticket, line }, desk, now });
};

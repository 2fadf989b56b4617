import type { TopicJob } from '../../../schemas/queue.ts';
import type { Ticket } from '../../../schemas/ticket.ts';
import {
  dispatchTicket,
  needsAcknowledgement,
  needsDispatch,
} from '../../desk/tickets/dispatch.ts';
import { addressHash } from '../../mail/unsubscribing.ts';
import { log } from '../../observe/log.ts';
import { wholeTimeline } from '../whole-timeline.ts';
import { passAcknowledgementFuse } from './acknowledgement-fuse.ts';
import type { DispatchDeps } from './dispatch-deps.ts';

const triesMax = 8;
/** A new ticket's timeline is no longer, so one query brings all; of a longer one that needs nothing little is read. */
const firstEntries = 5;

/**
 * One job of a topic's queue: gives the ticket its promise, its line and its acknowledgement. The job is a reference;
 * what is still missing is read off the ticket, so jobs may be repeated, overtake each other or be lost for a ticket
 * that a later message brings again.
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
      if (!needsDispatch(ticket)) return;
      const [entries, lists] = await Promise.all([
        recent.cursor === undefined ? recent.entries : wholeTimeline(deps.tickets, ticketId),
        deps.lists([ticket.topic]),
      ]);
      const now = deps.now();
      if (needsAcknowledgement(ticket))
        isAckAllowed ??=
          (await wantsAutomaticMail(deps, ticket)) &&
          (await passAcknowledgementFuse(deps.fuses, ticket, now));
      const change = dispatchTicket({
        ticket,
        entries,
        desk: { ...deps.settings, ...lists },
        isAckAllowed: isAckAllowed ?? false,
        now,
      });
      // Race: two dispatchers of one ticket, or an agent who was faster. The version decides; the loser looks again.
      if (!change || (await deps.tickets.save(change)) === 'saved') {
        const isAcknowledged = change?.ticket.acknowledgedAt !== undefined;
        log.info('dispatch.done', { ticketId, topic: ticket.topic, isAcknowledged });
        return;
      }
    }
    throw new Error(`${ticketId} changed at every try`);
  };

/** Somebody who pressed "unsubscribe" hears from people only. */
const wantsAutomaticMail = async (
  { unsubscribed }: Pick<DispatchDeps, 'unsubscribed'>,
  { channel, replyTo }: Pick<Ticket, 'channel' | 'replyTo'>,
): Promise<boolean> =>
  (channel !== 'mail' && channel !== 'form') ||
  !(await unsubscribed.has(addressHash(replyTo.address)));

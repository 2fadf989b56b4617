import type { Agent } from '../../../schemas/agent.ts';
import type { Ticket } from '../../../schemas/ticket.ts';
import type { Delivery, Message } from '../../../schemas/timeline.ts';
import { asActor, robot } from '../access.ts';
import type { TicketChange } from '../change.ts';
import { resendDelivery, sendingId } from '../delivery/outcome.ts';
import { invalid } from '../problem.ts';
import type { Book } from '../promises/book.ts';
import { changed, eventOf } from './changed.ts';
import { advanceClocks, alertEvent, type Folding } from './clocked.ts';

type Resending = { ticket: Ticket; message: Message; by: Agent; book: Book; now: string };

/** Queues a message again. The delivery moves first, then the ticket's change is saved; both refuse repetition. */
export const resend = ({
  ticket,
  message,
  by,
  book,
  now,
}: Resending): { delivery: Delivery; change: TicketChange } => {
  if (!message.delivery)
    throw invalid('delivery.none', 'Only messages that we sent can be sent again.');
  const delivery = resendDelivery(message.delivery, now);
  const isReply = message.kind === 'reply';
  const clocked = advanceClocks(
    ticket,
    isReply ? [{ kind: 'human-reply', at: now, messageId: sendingId(message.id, delivery) }] : [],
    { book },
  );
  const change = changed(
    ticket,
    { ...clocked.fields, waitingSince: isReply ? undefined : ticket.waitingSince },
    [
      {
        ...eventOf(ticket, 'resent', {
          by: asActor(by),
          now,
          data: { messageId: message.id, sending: sendingId(message.id, delivery) },
        }),
        ended: clocked.ended.length > 0 ? clocked.ended : undefined,
      },
    ],
  );
  return { delivery, change };
};

type Failing = { ticket: Ticket; message: Message; error: string; folding: Folding; now: string };

/**
 * An answer did not arrive: the clock it had met runs again from its original start (sla.md 6) and the ticket
 * comes back to the open list, because the customer is still waiting.
 */
export const deliveryFailed = ({ ticket, message, error, folding, now }: Failing): TicketChange => {
  const sending = sendingId(message.id, message.delivery ?? {});
  const event = eventOf(ticket, 'delivery-failed', {
    by: robot,
    now,
    data: {
      messageId: message.id,
      sending,
      error: error.slice(0, 300),
      state: message.delivery?.state ?? 'failed',
    },
  });
  if (message.kind !== 'reply') return changed(ticket, {}, [event]);
  const clocked = advanceClocks(
    ticket,
    [{ kind: 'delivery-failed', at: now, messageId: sending }],
    folding,
  );
  const isAway = ticket.status === 'waiting' || ticket.status === 'closed';
  const opened = isAway
    ? advanceClocks(
        { clocks: clocked.fields.clocks },
        [{ kind: 'status', at: now, status: 'open' }],
        {
          ...folding,
          timeline: undefined,
        },
      )
    : clocked;
  const ended = [...clocked.ended, ...(isAway ? opened.ended : [])];
  return changed(
    ticket,
    {
      ...opened.fields,
      status: isAway ? 'open' : ticket.status,
      closedAt: undefined,
      waitingSince: ticket.waitingSince ?? message.occurredAt,
    },
    [
      { ...event, ended: ended.length > 0 ? ended : undefined },
      ...(isAway
        ? [eventOf(ticket, 'reopened', { by: robot, now, data: { because: 'delivery-failed' } })]
        : []),
      ...[...clocked.alerts, ...(isAway ? opened.alerts : [])].map((alert) =>
        alertEvent(ticket.id, alert),
      ),
    ],
  );
};

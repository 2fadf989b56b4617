import { PushMessage } from '../../../schemas/push.ts';
import type { Ticket } from '../../../schemas/ticket.ts';
import type { TicketEvent, TimelineEntry } from '../../../schemas/timeline.ts';
import type { ChangedTicket } from '../../desk/stores.ts';
import type { StreamChange } from '../../dynamo/stream-change.ts';
import { isAlert } from './outbound-jobs.ts';

/** API Gateway takes frames of 32 KB; a changed ticket is about 80 bytes. */
const ticketsInFrame = 200;

/** One or more frames that name every changed ticket. */
export const changedMessages = (
  tickets: readonly ChangedTicket[],
  cursor: string,
): readonly PushMessage[] =>
  Array.from({ length: Math.ceil(tickets.length / ticketsInFrame) }, (_, index) => ({
    type: 'changed',
    cursor,
    tickets: tickets
      .slice(index * ticketsInFrame, (index + 1) * ticketsInFrame)
      .map(({ id, version, topic }) => ({ id, version, topic })),
  }));

type Alert = TicketEvent & { kind: 'warned' | 'breached' | 'muted' };

/** Alerts that a change announces for the first time. */
export const alertOf = (change: StreamChange): Alert | undefined => {
  if (change.kind !== 'entry' || change.before || !change.after) return undefined;
  return isAnnounced(change.after) ? change.after : undefined;
};

const isAnnounced = (entry: TimelineEntry): entry is Alert => isAlert(entry);

export const alertMessage = (alert: Alert, ticket: Ticket): PushMessage =>
  PushMessage.parse({
    type: 'alert',
    kind: alert.kind,
    ticketId: ticket.id,
    topic: ticket.topic,
    subject: ticket.subject,
    assigneeId: ticket.assigneeId,
    dueAt: alert.data['dueAt'],
    isLate: alert.data['late'] === true,
  });

import { PushMessage } from '../../../schemas/push.ts';
import type { Ticket } from '../../../schemas/ticket.ts';
import { type AlertEvent, addressedOf, isToBeTold } from '../../desk/alerts/addressed.ts';
import type { ChangedTicket } from '../../desk/stores.ts';
import type { StreamChange } from '../../dynamo/stream-change.ts';

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

/** Alerts that a change announces for the first time. */
export const alertOf = (change: StreamChange): AlertEvent | undefined =>
  change.kind === 'entry' && !change.before && change.after && isToBeTold(change.after)
    ? change.after
    : undefined;

/** A push and whom it is for; without `to` for every screen. */
export type Pushed = { readonly message: PushMessage; readonly to?: readonly string[] };

/** On the screens of those it names; that robots were muted concerns the holder, or everybody. */
export const alertMessage = (alert: AlertEvent, ticket: Ticket): Pushed => {
  const { dueAt, late, on } = alert.data;
  const kind = alert.kind === 'reminded' ? (on === 'warn' ? 'warned' : 'breached') : alert.kind;
  const message = PushMessage.parse({
    type: 'alert',
    kind,
    ticketId: ticket.id,
    topic: ticket.topic,
    subject: ticket.subject,
    assigneeId: ticket.assigneeId,
    dueAt,
    isLate: late === true,
  });
  if (alert.kind !== 'muted') return { message, to: addressedOf(alert).screen };
  return ticket.assigneeId ? { message, to: [ticket.assigneeId] } : { message };
};

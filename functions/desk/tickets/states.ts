import type { TicketGroup, TicketStatus } from '../../../schemas/ticket.ts';
import { conflict } from '../problem.ts';

/** Everything that can happen to a ticket's status. */
export type StatusAction =
  | 'customer-writes'
  | 'wait'
  | 'hold'
  | 'snooze'
  | 'wake'
  | 'open'
  | 'close'
  | 'mark-spam'
  | 'not-spam';

/** What can be done to every ticket that is neither closed nor spam. */
const unfinished = {
  'customer-writes': 'open',
  wait: 'waiting',
  hold: 'on_hold',
  snooze: 'snoozed',
  open: 'open',
  close: 'closed',
  'mark-spam': 'spam',
} as const;

/**
 * The state machine of a ticket. A missing entry is a move that is refused. A message to a ticket that was
 * closed longer than the desk's `reopenDays` never gets here: it opens a follow-up.
 */
export const ticketStates: Readonly<
  Record<TicketStatus, Readonly<Partial<Record<StatusAction, TicketStatus>>>>
> = {
  open: unfinished,
  waiting: unfinished,
  on_hold: unfinished,
  snoozed: { ...unfinished, wake: 'open' },
  closed: { 'customer-writes': 'open', open: 'open', close: 'closed', 'mark-spam': 'spam' },
  spam: { 'customer-writes': 'spam', 'not-spam': 'open', 'mark-spam': 'spam' },
};

const groups: Readonly<Record<TicketStatus, TicketGroup>> = {
  open: 'active',
  waiting: 'postponed',
  on_hold: 'postponed',
  snoozed: 'postponed',
  closed: 'closed',
  spam: 'spam',
};

/** Which work list shows a ticket of this status. */
export const groupOf = (status: TicketStatus): TicketGroup => groups[status];

/** The status after an action; a refused move is a problem that says what the ticket is. */
export const afterAction = (status: TicketStatus, action: StatusAction): TicketStatus => {
  const next = ticketStates[status][action];
  if (!next)
    throw conflict(
      'ticket.wrong-status',
      `A ticket that is "${status}" cannot "${action}". Reload it and look again.`,
    );
  return next;
};

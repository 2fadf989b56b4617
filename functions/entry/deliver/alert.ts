import type { Ticket } from '../../../schemas/ticket.ts';
import type { AlertLine } from '../../desk/alerts/digest.ts';

/** A warning or breach, ready to be told. */
export type Alert = {
  readonly line: AlertLine;
  readonly ticket: Ticket;
  /** Of the ticket on the screens. */
  readonly url: string;
};

/** Many alerts of one target's minute, most pressing first. */
export type Digest = {
  /** The same whenever the minute is told again. */
  readonly id: string;
  readonly lines: readonly AlertLine[];
  readonly urlOf: (ticketId: string) => string;
  /** Of the desk on the screens. */
  readonly url: string;
};

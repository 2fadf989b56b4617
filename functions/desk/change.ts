import type { Customer } from '../../schemas/customer.ts';
import type { Ticket } from '../../schemas/ticket.ts';
import type { Message, TimelineEntry } from '../../schemas/timeline.ts';

/**
 * What a use case wants saved in one transaction. `expects` is the version the rules saw: the store refuses
 * ('stale') when somebody saved in between, which is the race every change is guarded against.
 */
export type TicketChange = {
  readonly ticket: Ticket;
  readonly expects: number | 'new';
  /** Written beside the ticket; ids are new, so a repeated save of the same change is refused as stale. */
  readonly entries: readonly TimelineEntry[];
  /**
   * Messages that are there and are written over, without their delivery. Only what nobody changes without the ticket
   * (calls): nothing but the ticket's version guards them.
   */
  readonly rewritten?: readonly Message[];
};

/** A first message also brings its key, the conversation's pointers and perhaps the customer. */
export type IntakeChange = TicketChange & {
  /** Put on condition that it does not exist ('taken' otherwise); names the ticket and message, and is a pointer too. */
  readonly idempotencyKey: string;
  readonly contentHash: string;
  /** Pointers to create; one that exists already names another ticket and refuses the change ('stale'). */
  readonly pointers: readonly string[];
  /** A second key of the message itself (an album's); one that exists refuses the change ('stale'). */
  readonly albumKey?: string;
  readonly newCustomer?: Customer;
};

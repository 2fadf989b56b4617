import type { TicketSummary } from '../../../schemas/ticket.ts';
import type { QueueCount } from '../stores.ts';

/**
 * Topics in the order in which "next ticket" tries them: longest queue first, then the one whose oldest ticket
 * waits longest (product.md 10). Empty ones are tried last, because counters run seconds behind.
 */
export const topicsInOrder = (
  queues: readonly QueueCount[],
  allowed?: readonly string[],
): string[] =>
  queues
    .filter((queue) => allowed === undefined || allowed.includes(queue.topic))
    .toSorted(
      (a, b) =>
        b.unassigned - a.unassigned ||
        (a.oldestAt ?? '9').localeCompare(b.oldestAt ?? '9') ||
        a.topic.localeCompare(b.topic),
    )
    .map((queue) => queue.topic);

/** Whether "next ticket" may hand this one out: it is in work and nobody holds it. */
export const mayTake = (ticket: Pick<TicketSummary, 'status' | 'assigneeId'>): boolean =>
  ticket.status === 'open' && ticket.assigneeId === undefined;

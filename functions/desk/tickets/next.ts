import type { Peak } from '../../../schemas/peak.ts';
import type { TicketSummary } from '../../../schemas/ticket.ts';
import { ofTopic } from '../peaks/active-peak.ts';
import type { QueueCount } from '../stores.ts';

/** A topic whose oldest waits so much longer than the oldest of the longest queue goes first. */
export const patienceMinutes = 30;

export type Fairness = {
  /** The active peak's: a queue counts as so many times its length. */
  readonly weights?: Peak['weights'];
  /** Instead of `patienceMinutes`. */
  readonly patience?: number;
};

/**
 * Topics in the order in which "next ticket" tries them: longest queue first (waiting tickets, weighted), of equally
 * long ones the one whose oldest waits longest (product.md 10). Empty ones are tried last, because counters run seconds
 * behind. Before all of them come topics that length alone would forget: those whose oldest has waited
 * `patience` minutes longer than the oldest of the longest queue, the longest wait first. So no topic waits more than
 * that behind the longest queue, however short it is; and when everything waits long, the longest queue is still first.
 *
 * `queues` in any order; `allowed` are the topics somebody may serve now, all without it.
 */
export const topicsInOrder = (
  queues: readonly QueueCount[],
  allowed?: readonly string[],
  { weights, patience = patienceMinutes }: Fairness = {},
): string[] => {
  const score = ({ topic, unassigned }: QueueCount) => unassigned * (ofTopic(weights, topic) ?? 1);
  const byLength = queues
    .filter((queue) => allowed === undefined || allowed.includes(queue.topic))
    .toSorted((a, b) => score(b) - score(a) || byOldest(a, b) || compare(a.topic, b.topic));
  const [longest] = byLength;
  const limit = waitingSince(longest);
  const forgotten = byLength
    .filter((queue) => isBefore(waitingSince(queue), limit, patience))
    .toSorted((a, b) => byOldest(a, b) || compare(a.topic, b.topic));
  return [...forgotten, ...byLength.filter((queue) => !forgotten.includes(queue))].map(
    ({ topic }) => topic,
  );
};

/** Since when the oldest waits that somebody could take. What colleagues hold, perhaps for days, presses nobody else. */
const waitingSince = (queue: QueueCount | undefined): string | undefined => {
  if (!queue || queue.unassigned === 0) return undefined;
  const areAllFree = queue.active === queue.unassigned;
  return queue.unassignedAt ?? (areAllFree ? queue.oldestAt : undefined);
};

const isBefore = (since: string | undefined, limit: string | undefined, minutes: number) =>
  since !== undefined &&
  limit !== undefined &&
  Date.parse(since) + minutes * 60_000 < Date.parse(limit);

const byOldest = (a: QueueCount, b: QueueCount): number =>
  compare(waitingSince(a) ?? '9', waitingSince(b) ?? '9');

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Whether "next ticket" may hand this one out: it is in work and nobody holds it. */
export const mayTake = (ticket: Pick<TicketSummary, 'status' | 'assigneeId'>): boolean =>
  ticket.status === 'open' && ticket.assigneeId === undefined;

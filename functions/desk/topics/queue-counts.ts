import type { TicketSummary } from '../../../schemas/ticket.ts';
import type { QueueCount } from '../stores.ts';
import { groupOf } from '../tickets/states.ts';

/** A ticket as it was and as it is; absent before it opened. */
export type TicketStep = { readonly before?: TicketSummary; readonly after?: TicketSummary };

const counted = ['active', 'unassigned', 'postponed', 'breached'] as const;

/** What one ticket adds to its topic's counters. */
const weightOf = (ticket: TicketSummary): Record<(typeof counted)[number], number> => {
  const group = groupOf(ticket.status);
  const isActive = group === 'active';
  return {
    active: Number(isActive),
    unassigned: Number(isActive && ticket.assigneeId === undefined),
    postponed: Number(group === 'postponed'),
    breached: Number(isActive && ticket.isBreached),
  };
};

const none = (topic: string): QueueCount => ({
  topic,
  active: 0,
  unassigned: 0,
  postponed: 0,
  breached: 0,
});

const add = (count: QueueCount, ticket: TicketSummary, sign: 1 | -1): QueueCount => {
  const weight = weightOf(ticket);
  // A counter that a lost batch put wrong must not go below nothing until it is counted again.
  const sums = counted.map((name) => [name, Math.max(0, count[name] + sign * weight[name])]);
  const byLine = addLine(count.byLine, ticket.line, sign * weight.unassigned);
  return { ...count, ...Object.fromEntries(sums), ...(byLine && { byLine }) };
};

/** How many of the unassigned lie where; a line without any is left out. */
const addLine = (
  byLine: QueueCount['byLine'] = {},
  line: string | undefined,
  change: number,
): QueueCount['byLine'] => {
  if (line === undefined || change === 0) return byLine;
  const { [line]: before = 0, ...others } = byLine;
  const sum = Math.max(0, before + change);
  return sum === 0 ? others : { ...others, [line]: sum };
};

/** The counters after some steps; topics that no step concerns stay as they are. */
export const countSteps = (
  counts: readonly QueueCount[],
  steps: readonly TicketStep[],
): readonly QueueCount[] => {
  const byTopic = new Map(counts.map((count) => [count.topic, count]));
  const change = (ticket: TicketSummary, sign: 1 | -1) =>
    byTopic.set(ticket.topic, add(byTopic.get(ticket.topic) ?? none(ticket.topic), ticket, sign));
  for (const { before, after } of steps) {
    if (before) change(before, -1);
    if (after) change(after, 1);
  }
  return [...byTopic.values()];
};

/** Topics whose list a step changed: their longest wait has to be looked up again. */
export const touchedTopics = (steps: readonly TicketStep[]): readonly string[] => [
  ...new Set(
    steps.flatMap(({ before, after }) =>
      [before, after].flatMap((ticket) => (ticket ? [ticket.topic] : [])),
    ),
  ),
];

/** When the longest-waiting of some tickets began to wait; those where the ball is with the customer do not wait. */
export const oldestWait = (tickets: readonly TicketSummary[]): string | undefined =>
  tickets.flatMap(({ waitingSince }) => waitingSince ?? []).toSorted()[0];

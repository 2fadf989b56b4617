import type { Peak } from '../../../schemas/peak.ts';
import { Priority } from '../../../schemas/primitives.ts';
import type { Policy } from '../../../schemas/simulation.ts';
import { activePeak } from '../peaks/active-peak.ts';
import { topicsInOrder } from '../tickets/next.ts';
import { byAgeOf, byUrgency, type Queues, type Waiting } from './waiting-room.ts';

/** Who is next. */
export type Rule = {
  /** Inside a topic. */
  readonly compare: (a: Waiting, b: Waiting) => number;
  /** The topic from which somebody who may serve these takes; undefined when nobody waits. */
  readonly choose: (
    room: Queues,
    allowed: readonly string[],
    at: { readonly now: string; readonly peaks: readonly Peak[] },
  ) => string | undefined;
};

const rankOf = (priority: Priority) => Priority.options.indexOf(priority);

/** Of all who wait the first by one order, whatever the topic. */
const acrossTopics = (compare: Rule['compare']): Rule => ({
  compare,
  choose: (room, allowed) => {
    const heads = allowed.flatMap((topic) => room.headOf(topic) ?? []);
    return heads.toSorted(compare)[0]?.topic;
  },
});

/** The desk's own. `patience` is another than the rule's, to see what it does. */
export const longestQueue = (patience?: number): Rule => ({
  compare: byUrgency,
  choose: (room, allowed, { now, peaks }) => {
    const weights = activePeak(peaks, now)?.weights;
    const order = topicsInOrder(room.queues(), allowed, { weights, patience });
    return order.find((topic) => room.length(topic) > 0);
  },
});

const rules: Readonly<Record<Policy, Rule>> = {
  'longest-queue': longestQueue(),
  'first-come': acrossTopics(byAgeOf),
  'priority-only': acrossTopics((a, b) => rankOf(b.priority) - rankOf(a.priority) || byAgeOf(a, b)),
  'shortest-due': acrossTopics(byUrgency),
};

export const ruleOf = (policy: Policy): Rule => rules[policy];

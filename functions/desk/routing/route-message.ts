import type { Topic, TopicReason } from '../../../schemas/desk.ts';
import type { RoutingActions, RoutingRules, RoutingStep } from '../../../schemas/routing.ts';
import { routeTopic } from '../topics/route.ts';
import { runRules } from './run-rules.ts';
import type { PatternTest, RoutingSample } from './sample.ts';

/** The desk's rules ready to be asked: with their version, and their patterns compiled. */
export type RuleBook = {
  readonly rules: RoutingRules;
  /** Of the saved list; 0 is what a new desk has. */
  readonly version: number;
  readonly matches: PatternTest;
};

export type RoutedMessage = {
  readonly topic: string;
  readonly reason: TopicReason;
  readonly actions: RoutingActions;
  /** Every rule that was asked, with its answer. */
  readonly path: readonly RoutingStep[];
};

type Question = {
  readonly book: RuleBook;
  readonly sample: RoutingSample;
  /** In the order in which they are tried; the last one takes what nothing else claims. */
  readonly topics: readonly Topic[];
  /** Where the mailbox or bot sends what nothing claims. */
  readonly connectionTopic?: string;
};

/**
 * What a first message is about and what is done with it. The desk's rules come first; where none names a topic, the
 * customer's choice, the topics' own words and the connection decide, in this order.
 */
export const routeMessage = ({
  book,
  sample,
  topics,
  connectionTopic,
}: Question): RoutedMessage => {
  const { actions, path } = runRules(book.rules, sample, book.matches);
  const { topic } = actions;
  if (topic !== undefined && topics.some(({ id }) => id === topic)) {
    const decided = path.findLast(
      (step) => step.matched && actionsOf(book.rules, step.rule)?.topic === topic,
    );
    return { topic, reason: { rule: 'rule', detail: decided?.name ?? topic }, actions, path };
  }
  const routed = routeTopic({
    subject: sample.subject,
    text: sample.body,
    ...(sample.chosenTopic !== undefined && { chosenTopic: sample.chosenTopic }),
    ...(connectionTopic !== undefined && { connectionTopic }),
    topics,
  });
  return { ...routed, actions, path };
};

const actionsOf = ({ rules }: RoutingRules, id: string): RoutingActions | undefined =>
  rules.find((rule) => rule.id === id)?.actions;

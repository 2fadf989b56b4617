import type { Suggestion } from '../../../schemas/classifier.ts';
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
  /** The learned suggestion, unless it is off or nothing was learned yet. */
  readonly suggestion?: {
    readonly suggest: (sample: RoutingSample) => Suggestion | undefined;
    /** From this confidence on it decides what nobody else did; absent: it only suggests. */
    readonly decidesFrom?: number;
  };
};

export type RoutedMessage = {
  readonly topic: string;
  readonly reason: TopicReason;
  readonly actions: RoutingActions;
  /** Every rule that was asked, with its answer. */
  readonly path: readonly RoutingStep[];
  readonly suggestion?: Suggestion;
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
 * customer's choice, the topics' own words and the connection decide, in this order; a learned suggestion, where it may
 * decide, goes before the topics' words.
 */
export const routeMessage = ({
  book,
  sample,
  topics,
  connectionTopic,
}: Question): RoutedMessage => {
  const suggestion = suggestionIn(book, sample, topics);
  const learned = suggestion && { suggestion };
  const { actions, path } = runRules(book.rules, sample, book.matches);
  const { topic } = actions;
  if (topic !== undefined && topics.some(({ id }) => id === topic)) {
    const decided = path.findLast(
      (step) => step.matched && actionsOf(book.rules, step.rule)?.topic === topic,
    );
    return {
      topic,
      reason: { rule: 'rule', detail: decided?.name ?? topic },
      actions,
      path,
      ...learned,
    };
  }
  const routed = routeTopic({
    subject: sample.subject,
    text: sample.body,
    ...(sample.chosenTopic !== undefined && { chosenTopic: sample.chosenTopic }),
    ...(connectionTopic !== undefined && { connectionTopic }),
    topics,
  });
  const { decidesFrom } = book.suggestion ?? {};
  const isOpen = routed.reason.rule === 'keyword' || routed.reason.rule === 'fallback';
  if (suggestion && isOpen && decidesFrom !== undefined && suggestion.confidence >= decidesFrom) {
    const detail = `${suggestion.model} ${Math.floor(suggestion.confidence * 100)} %`;
    return {
      topic: suggestion.topic,
      reason: { rule: 'learned', detail },
      actions,
      path,
      ...learned,
    };
  }
  return { ...routed, actions, path, ...learned };
};

/** A topic that is no longer deployed helps nobody. */
const suggestionIn = (
  { suggestion }: RuleBook,
  sample: RoutingSample,
  topics: readonly Topic[],
): Suggestion | undefined => {
  const found = suggestion?.suggest(sample);
  return found && topics.some(({ id }) => id === found.topic) ? found : undefined;
};

const actionsOf = ({ rules }: RoutingRules, id: string): RoutingActions | undefined =>
  rules.find((rule) => rule.id === id)?.actions;

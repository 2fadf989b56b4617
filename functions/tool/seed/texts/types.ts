/**
 * What people say about one topic. Words in braces are facts of the story: {shop}, {order}, {amount}, {date}, {track},
 * {browser}, {company}, {site}, {method}.
 */
export type TopicTexts = {
  readonly subjects: readonly string[];
  /** The question itself. */
  readonly opens: readonly string[];
  /** What some add to it. */
  readonly details: readonly string[];
  /** An agent needs something first. */
  readonly asks: readonly string[];
  /** The customer answers that. */
  readonly returns: readonly string[];
  /** An agent's answer. */
  readonly finals: readonly string[];
  readonly notes: readonly string[];
};

/** What is said whatever the topic. */
export type Phrases = {
  readonly hellos: readonly string[];
  readonly byes: readonly string[];
  readonly agentHellos: readonly string[];
  readonly agentByes: readonly string[];
  readonly thanks: readonly string[];
  readonly nudges: readonly string[];
  readonly reassurances: readonly string[];
};

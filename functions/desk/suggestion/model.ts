import newClassifier, { type Classifier } from 'wink-naive-bayes-text-classifier';
import type { Suggestion } from '../../../schemas/classifier.ts';
import type { Language } from '../../../schemas/primitives.ts';
import { type Calibration, confidenceAt } from './calibrate.ts';
import { tokensOf } from './tokens.ts';

/** One language's model as it is stored: plain JSON. */
export type StoredModel = {
  readonly language: Language;
  readonly trainedAt: string;
  /** The package's own export. */
  readonly learned: string;
  readonly calibration: Calibration;
};

/** Less sure than this is no help to anybody. */
const worthSaying = 0.4;

/** Names a topic and how sure that is; undefined when no word of the message is known, or next to nothing tells. */
export type Suggest = (message: {
  readonly subject: string;
  readonly body: string;
}) => Suggestion | undefined;

/** The best topic and how far it is ahead of the second (base-2 logarithm of odds). */
export const firstChoice = (
  classifier: Pick<Classifier, 'computeOdds'>,
  tokens: readonly string[],
): { readonly topic: string; readonly margin: number } | undefined => {
  const [first, second] = classifier.computeOdds(tokens);
  if (!first || !second) return undefined;
  return { topic: first[0], margin: first[1] - second[1] };
};

/** @throws Error when the model was stored by another version of the package */
export const suggestBy = ({ language, trainedAt, learned, calibration }: StoredModel): Suggest => {
  const classifier = newClassifier();
  classifier.definePrepTasks([]);
  classifier.importJSON(learned);
  classifier.consolidate();
  return (message) => {
    const choice = firstChoice(classifier, tokensOf(message));
    if (!choice) return undefined;
    const confidence = confidenceAt(calibration, choice.margin);
    const model = `${language}@${trainedAt.slice(0, 10)}`;
    return confidence < worthSaying ? undefined : { topic: choice.topic, confidence, model };
  };
};

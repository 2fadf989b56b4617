import newClassifier, { type Classifier } from 'wink-naive-bayes-text-classifier';
import type { ClassifierReport } from '../../../schemas/classifier.ts';
import type { Language } from '../../../schemas/primitives.ts';
import { calibrate, confidenceAt, type Trial } from './calibrate.ts';
import { firstChoice, type StoredModel } from './model.ts';
import { reportOf, type Verdict } from './report.ts';
import { tokensOf } from './tokens.ts';

/** A closed ticket: what it began with and where it ended. */
export type Example = { readonly subject: string; readonly body: string; readonly topic: string };

/** Fewer say nothing about how right a model is. */
export const neededTickets = 120;
/** The newest share is held out: tomorrow's tickets are like yesterday's, not like last year's. */
const heldOutShare = 0.2;
/** Of what is learned from, every so-maniest only tells how sure the model may be. */
const calibratingEach = 5;
/** Stems known from one ticket only are names and slips. */
const fewestTickets = 2;
const mostStems = 20_000;

type Training = {
  readonly language: Language;
  /** Oldest first. */
  readonly examples: readonly Example[];
  readonly now: string;
};

export type Trained = { readonly model: StoredModel; readonly report: ClassifierReport };

/**
 * Learns topics from closed tickets (multinomial naive Bayes over present stems). Three parts: learned from, calibrated
 * on, and the newest fifth held out, which the report is about and the model never saw. Undefined with too few tickets
 * or only one topic.
 */
export const train = ({ language, examples, now }: Training): Trained | undefined => {
  const isOneTopic = new Set(examples.map(({ topic }) => topic)).size < 2;
  if (examples.length < neededTickets || isOneTopic) return undefined;
  const all = examples.map((example) => ({ topic: example.topic, tokens: tokensOf(example) }));
  const cut = Math.floor(all.length * (1 - heldOutShare));
  const seen = all.slice(0, cut);
  const isCalibrating = (_: unknown, index: number) => index % calibratingEach === 0;
  const learned = seen.filter((example, index) => !isCalibrating(example, index));
  const classifier = learn(learned);
  if (!classifier) return undefined;
  const verdicts = (tried: readonly Prepared[]): readonly Tried[] =>
    tried.flatMap(({ topic, tokens }) => {
      const choice = firstChoice(classifier, tokens);
      return [{ topic, chosen: choice?.topic ?? '', margin: choice?.margin ?? -1 }];
    });
  const calibration = calibrate(verdicts(seen.filter(isCalibrating)).map(trialOf));
  const heldOut = verdicts(all.slice(cut)).map(
    (tried): Verdict => ({ ...tried, confidence: confidenceAt(calibration, tried.margin) }),
  );
  return {
    model: { language, trainedAt: now, learned: classifier.exportJSON(), calibration },
    report: { language, trainedAt: now, trainedOn: seen.length, ...reportOf(heldOut, seen) },
  };
};

type Prepared = { readonly topic: string; readonly tokens: readonly string[] };
type Tried = { readonly topic: string; readonly chosen: string; readonly margin: number };

const trialOf = ({ topic, chosen, margin }: Tried): Trial => ({
  margin,
  isRight: topic === chosen,
});

const learn = (examples: readonly Prepared[]): Classifier | undefined => {
  const known = vocabularyOf(examples);
  const classifier = newClassifier();
  classifier.definePrepTasks([]);
  classifier.defineConfig({ considerOnlyPresence: true, smoothingFactor: 0.3 });
  const usable = examples
    .map(({ topic, tokens }) => ({ topic, tokens: tokens.filter((token) => known.has(token)) }))
    .filter(({ tokens }) => tokens.length > 0);
  // Fewer words or topics than the package can learn from.
  if (known.size < 10 || new Set(usable.map(({ topic }) => topic)).size < 2) return undefined;
  for (const { topic, tokens } of usable) classifier.learn(tokens, topic);
  classifier.consolidate();
  return classifier;
};

const vocabularyOf = (examples: readonly Prepared[]): ReadonlySet<string> => {
  const counts = new Map<string, number>();
  for (const { tokens } of examples)
    for (const token of tokens) counts.set(token, (counts.get(token) ?? 0) + 1);
  return new Set(
    [...counts]
      .filter(([, count]) => count >= fewestTickets)
      .toSorted(([, a], [, b]) => b - a)
      .slice(0, mostStems)
      .map(([token]) => token),
  );
};

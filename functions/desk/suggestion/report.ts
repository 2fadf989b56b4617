import type { ClassifierReport } from '../../../schemas/classifier.ts';

/** What the model said of a ticket it had not seen. */
export type Verdict = {
  readonly topic: string;
  readonly chosen: string;
  readonly confidence: number;
};

const thresholds = [0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95] as const;

const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);
const isRight = ({ topic, chosen }: Verdict): boolean => topic === chosen;

/** How right a model is on held-out tickets: over all, by topic, and if it decided from some confidence on. */
export const reportOf = (
  heldOut: readonly Verdict[],
  seen: readonly { readonly topic: string }[],
): Omit<ClassifierReport, 'language' | 'trainedAt' | 'trainedOn'> => {
  const most = mostFrequent(seen.map(({ topic }) => topic));
  return {
    heldOut: heldOut.length,
    accuracy: share(heldOut.filter(isRight).length, heldOut.length),
    baseline: share(heldOut.filter(({ topic }) => topic === most).length, heldOut.length),
    topics: [...new Set(heldOut.map(({ topic }) => topic))].toSorted().map((topic) => {
      const own = heldOut.filter((verdict) => verdict.topic === topic);
      const chosen = heldOut.filter((verdict) => verdict.chosen === topic);
      const right = own.filter(isRight).length;
      return {
        topic,
        heldOut: own.length,
        precision: share(right, chosen.length),
        recall: share(right, own.length),
      };
    }),
    thresholds: thresholds.map((threshold) => {
      const decided = heldOut.filter(({ confidence }) => confidence >= threshold);
      return {
        threshold,
        decided: share(decided.length, heldOut.length),
        accuracy: share(decided.filter(isRight).length, decided.length),
      };
    }),
  };
};

const mostFrequent = (topics: readonly string[]): string | undefined => {
  const counts = new Map<string, number>();
  for (const topic of topics) counts.set(topic, (counts.get(topic) ?? 0) + 1);
  return [...counts].toSorted(([, a], [, b]) => b - a)[0]?.[0];
};

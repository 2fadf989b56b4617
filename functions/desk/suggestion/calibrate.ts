/** A prediction on a ticket the model had not seen: how far its first choice was ahead, and whether it was right. */
export type Trial = { readonly margin: number; readonly isRight: boolean };

/** From this margin on, so sure; rising in both. */
export type Calibration = readonly (readonly [margin: number, confidence: number])[];

type Pool = { readonly from: number; readonly right: number; readonly all: number };

/** Nobody is surer than a few hundred tickets allow: each pool counts as if one more had gone wrong (Laplace). */
const shareOf = ({ right, all }: Pool): number => right / (all + 1);

/**
 * How often predictions with at least this margin were right: isotonic regression by pooling adjacent violators
 * (Ayer et al. 1955). Naive Bayes' own probabilities are far too sure of themselves.
 */
export const calibrate = (trials: readonly Trial[]): Calibration => {
  const pools: Pool[] = [];
  for (const { margin, isRight } of trials.toSorted((a, b) => a.margin - b.margin)) {
    let pool: Pool = { from: margin, right: Number(isRight), all: 1 };
    for (let last = pools.at(-1); last && mustJoin(last, pool); last = pools.at(-1)) {
      pools.pop();
      pool = { from: last.from, right: last.right + pool.right, all: last.all + pool.all };
    }
    pools.push(pool);
  }
  return pools.map((pool) => [pool.from, shareOf(pool)] as const);
};

/** Small pools say nothing by themselves. */
const smallest = 15;
const mustJoin = (last: Pool, next: Pool): boolean =>
  last.all < smallest || shareOf(last) >= shareOf(next);

/** 0 below everything that was tried. */
export const confidenceAt = (calibration: Calibration, margin: number): number =>
  calibration.findLast(([from]) => from <= margin)?.[1] ?? 0;

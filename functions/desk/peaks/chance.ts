/** Less than half as much again is no peak, however sure it is. */
const leastRatio = 1.5;

/**
 * Logarithm of how likely so many or more are by chance (Poisson), never less than the truth: Chernoff's bound.
 */
const chanceOfSoMany = (came: number, expected: number): number =>
  came <= expected ? 0 : came - expected + came * Math.log(expected / came);

/**
 * Whether more came than usual, and than chance explains: three where one is usual are nothing, thirty where ten are.
 * `atMost`: upper end of what is usual. `chance`: what happens so seldom is no chance.
 */
export const isFarAbove = (
  came: number,
  usual: number,
  { atMost = usual, chance }: { readonly atMost?: number; readonly chance: number },
): boolean =>
  came >= leastRatio * usual && chanceOfSoMany(came, Math.max(atMost, 0.5)) < Math.log(chance);

/** Times as many, as a peak's factor may be. */
export const factorOf = (came: number, usual: number): number =>
  Math.min(100, Math.max(1, Math.round((came / Math.max(usual, 0.5)) * 10) / 10));
